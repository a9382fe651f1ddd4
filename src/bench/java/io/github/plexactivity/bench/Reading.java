package io.github.plexactivity.bench;

import java.util.concurrent.ThreadFactory;

/** A thread that reads a stream until it ends. */
final class Reading {

    private Reading() {}

    /** What may fail when the stream ends. */
    interface Task {
        void run() throws Exception;
    }

    static void start(Task task) {
        start(Thread::new, task);
    }

    static void start(ThreadFactory threads, Task task) {
        Thread thread = threads.newThread(() -> {
            try {
                task.run();
            } catch (Exception e) {
                System.err.println("the stream ended: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
