package io.github.plexactivity.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a real server, told again by a {@link FakePlexServer} to every open stream. A stream of the transport
 * it was recorded on is sent it letter by letter, the other kind in its own envelope. What the recording says to run is
 * listed by {@code GET /activities}, and goes on running when the recording is over. What it first mentions at its end
 * ran before that, so it is listed from the frame before.
 */
public final class Playback {
    private final World world;
    private final Queue<RecordedFrame> left;
    private final Set<String> mentioned = ConcurrentHashMap.newKeySet();

    Playback(World world, List<RecordedFrame> frames) {
        this.world = world;
        this.left = new ConcurrentLinkedQueue<>(frames);
        world.change(this::listWhatEndsNext, null);
    }

    /**
     * Tells the next frame.
     *
     * @return false if there was none left
     */
    public boolean step() {
        RecordedFrame frame = left.poll();
        if (frame != null) {
            world.change(
                    () -> {
                        entries(frame).forEach(this::note);
                        listWhatEndsNext();
                    },
                    frame);
        }
        return frame != null;
    }

    /** Tells all that is left. */
    public void all() {
        while (step()) {
            // Each step tells one frame.
        }
    }

    /**
     * Tells all that is left, one frame now and then.
     *
     * @param pause the time between two frames; recordings hold no times of their own
     * @return done when nothing is left
     */
    public CompletableFuture<Void> paced(Duration pause) {
        if (!step()) {
            return CompletableFuture.completedFuture(null);
        }
        Executor later = CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(pauseIsOver -> paced(pause));
    }

    /** Ends, at 100, what was told to run and whose end was not told. */
    public void endTheRest() {
        mentioned.forEach(uuid -> world.end(uuid, Jobs::atItsEnd));
    }

    private void listWhatEndsNext() {
        RecordedFrame next = left.peek();
        if (next != null) {
            entries(next).stream()
                    .filter(entry -> entry.isEnd() && mentioned.add(entry.uuid()))
                    .forEach(entry -> world.runs(ActivityRow.read(entry.uuid(), entry.row()), null));
        }
    }

    private void note(Entry entry) {
        mentioned.add(entry.uuid());
        if (entry.isEnd()) {
            world.isOver(entry.uuid(), null);
        } else {
            world.runs(ActivityRow.read(entry.uuid(), entry.row()), null);
        }
    }

    private static List<Entry> entries(RecordedFrame frame) {
        Notification notification = frame.notification();
        return notification == null || !notification.type().equals("activity")
                ? List.of()
                : notification.entries().stream().flatMap(Entry::read).toList();
    }

    /** What a notification says of one activity. */
    private record Entry(String uuid, @Nullable Object event, Map<?, ?> row) {

        static Stream<Entry> read(Object entry) {
            if (entry instanceof Map<?, ?> fields && fields.get("Activity") instanceof Map<?, ?> row) {
                Object uuid = fields.get("uuid") == null ? row.get("uuid") : fields.get("uuid");
                return uuid == null ? Stream.of() : Stream.of(new Entry(uuid.toString(), fields.get("event"), row));
            }
            return Stream.of();
        }

        boolean isEnd() {
            return "ended".equals(event);
        }
    }
}
