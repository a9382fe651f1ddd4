package io.github.plexactivity.internal.transport;

import static io.github.plexactivity.internal.transport.EventSourceTrial.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a stream told, and that it told it as it must: in order, lost once and at last. */
final class StreamRecording implements NotificationStream.Receiver {

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<Failure> losses = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final Runnable onFrame;
    private volatile int framesWhenCaughtUp;

    StreamRecording() {
        this(() -> {});
    }

    /** One that does this besides when it is told a frame. */
    StreamRecording(Runnable onFrame) {
        this.onFrame = onFrame;
    }

    @Override
    public void opened() {
        requireThat(opened.getAndIncrement() == 0 && losses.isEmpty(), "opened");
    }

    @Override
    public void heard() {
        requireThat(isOpen(), "heard");
        heard.incrementAndGet();
    }

    @Override
    public void frame(String name, String data) {
        requireThat(isOpen() && heard.get() > 0, "frame");
        frames.add(name + "|" + data);
        onFrame.run();
    }

    @Override
    public void caughtUp() {
        requireThat(isOpen(), "caughtUp");
        framesWhenCaughtUp = frames.size();
    }

    @Override
    public void ponged() {
        broken.add("ponged");
    }

    @Override
    public void lost(Failure failure) {
        requireThat(losses.isEmpty(), "lost");
        losses.add(failure);
    }

    /** How many frames it was told when it was told that there are no more for now. */
    int framesWhenCaughtUp() {
        return framesWhenCaughtUp;
    }

    boolean isOpen() {
        return opened.get() == 1 && losses.isEmpty();
    }

    int timesHeard() {
        return heard.get();
    }

    /** Each as its name, a bar and its data. */
    List<String> frames() {
        return List.copyOf(frames);
    }

    List<String> awaitFrames(int count) {
        soon().until(() -> frames.size() >= count || !losses.isEmpty());
        assertThat(broken).isEmpty();
        return frames();
    }

    void awaitOpen() {
        soon().until(() -> opened.get() > 0 || !losses.isEmpty());
        assertThat(losses).isEmpty();
    }

    Failure awaitLost() {
        soon().until(() -> !losses.isEmpty());
        assertThat(broken).isEmpty();
        return losses.get(0);
    }

    /** The loss that was told already. */
    Failure loss() {
        assertThat(broken).isEmpty();
        return losses.get(0);
    }

    boolean toldOfLoss() {
        assertThat(broken).isEmpty();
        return !losses.isEmpty();
    }

    private void requireThat(boolean rule, String call) {
        if (!rule) {
            broken.add(call);
        }
    }
}
