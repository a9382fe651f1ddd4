package io.github.plexactivity.examples.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One open page: hears what it is to show, and is sent it as server-sent events. Writing may block, and delays this page alone. */
final class Viewer implements ActivityListener {
    private static final int HEARTBEAT_SECONDS = 10;

    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch left = new CountDownLatch(1);

    Viewer(OutputStream out) {
        this.out = out;
    }

    /** Returns once the page is gone, which only writing to it tells. */
    void awaitLeave() {
        try {
            while (!left.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                write(": still here\n\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStarted(Activity activity) {
        say("activity", Json.of(activity));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        say("activity", Json.of(current));
    }

    @Override
    public void onEnded(Ending ending) {
        say("ended", Json.of(ending));
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        say("synchronized", "{}");
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        say("connection", Json.of(status));
    }

    /** JSON has no line breaks of its own, so that it is one line of an event. */
    void say(String event, String json) {
        write("event: " + event + "\ndata: " + json + "\n\n");
    }

    private void write(String text) {
        writing.lock();
        try {
            out.write(text.getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            left.countDown();
        } finally {
            writing.unlock();
        }
    }
}
