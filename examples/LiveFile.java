import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in a file what a listener was told to be live, so that the next process resumes from it. It stands between the
 * monitor and that listener, and notes a change when the listener has taken it in: killed at any moment, a process leaves
 * nothing out that the next one would not tell again, or go on with. The file is whole at every moment.
 */
final class LiveFile implements ActivityListener, AutoCloseable {

    private static final long SECONDS_BETWEEN = 1;

    /** Whole numbers as the kind that an activity holds. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** An activity as it is written: what is empty is null. */
    private record Line(
            String uuid,
            String type,
            String title,
            String subtitle,
            @Nullable Double progress,
            boolean cancellable,
            @Nullable Long userId,
            Map<String, Object> context,
            Map<String, Object> response) {

        static Line of(Activity live) {
            return new Line(
                    live.uuid(),
                    live.type(),
                    live.title(),
                    live.subtitle(),
                    live.progress().isPresent() ? live.progress().getAsDouble() : null,
                    live.cancellable(),
                    live.userId().isPresent() ? live.userId().getAsLong() : null,
                    live.context(),
                    live.response());
        }

        Activity activity() {
            return new Activity(
                    uuid,
                    type,
                    title,
                    subtitle,
                    progress == null ? OptionalDouble.empty() : OptionalDouble.of(progress),
                    cancellable,
                    userId == null ? OptionalLong.empty() : OptionalLong.of(userId),
                    context,
                    response);
        }
    }

    private final Path file;
    private final ActivityListener listener;
    private final Consumer<String> trouble;
    private final Map<String, Activity> live;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-file");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock writing = new ReentrantLock();
    private boolean failing; // Under the lock.

    /**
     * Reads the file, if there is one.
     *
     * @param file of one server, and of one process at a time; written beside, then moved into place
     * @param listener whose callbacks the file follows
     * @param trouble told in a sentence of a file that is missing or broken, which means beginning with nothing, and of one
     *     that cannot be written
     */
    LiveFile(Path file, ActivityListener listener, Consumer<String> trouble) {
        this.file = file;
        this.listener = listener;
        this.trouble = trouble;
        this.live = new ConcurrentHashMap<>(read());
        writer.scheduleWithFixedDelay(this::writeChanges, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** What was live when the last process stopped, as far as it got to write that down; then what is. */
    Collection<Activity> activities() {
        return List.copyOf(live.values());
    }

    private Map<String, Activity> read() {
        try {
            return List.of(JSON.readValue(Files.readAllBytes(file), Line[].class)).stream()
                    .map(Line::activity)
                    .collect(Collectors.toMap(Activity::uuid, identity()));
        } catch (NoSuchFileException e) {
            trouble.accept("There is no " + file + " yet: nothing is resumed.");
        } catch (IOException | RuntimeException e) {
            trouble.accept(file + " cannot be read, so that nothing is resumed: " + e);
        }
        return Map.of();
    }

    @Override
    public void onStarted(Activity activity) {
        listener.onStarted(activity);
        note(activity);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        listener.onProgress(previous, current);
        note(current);
    }

    private void note(Activity activity) {
        live.put(activity.uuid(), activity);
        changed.set(true);
    }

    @Override
    public void onEnded(Ending ending) {
        listener.onEnded(ending);
        live.remove(ending.activity().uuid());
        changed.set(true);
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        listener.onSynchronized(activities);
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        listener.onConnection(status);
    }

    private void writeChanges() {
        writing.lock();
        try {
            if (changed.getAndSet(false)) {
                write(JSON.writeValueAsBytes(
                        live.values().stream().map(Line::of).toList()));
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            changed.set(true); // To be tried again.
            if (!failing) {
                trouble.accept(file + " cannot be written; it is tried again: " + e);
            }
            failing = true;
        } finally {
            writing.unlock();
        }
    }

    /** Beside the file, to the disk, and then in its place in one step: whoever reads finds the old or the new one. */
    private void write(byte[] bytes) throws IOException {
        // snippet: atomically
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileOutputStream out = new FileOutputStream(next.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        // end
    }

    /** Writes what changed since the last second. To be called once the monitor is closed; idempotent. */
    @Override
    public void close() {
        writer.shutdown();
        writeChanges();
    }
}
