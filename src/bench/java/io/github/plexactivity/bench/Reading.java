package io.github.plexactivity.bench;

/** A thread that reads a stream until it ends. */
final class Reading {

    private Reading() {}

    /** What may fail when the stream ends. */
    interface Task {
        void run() throws Exception;
    }

    static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (Exception e) {
                        System.err.println("the stream ended: " + e);
                    }
                },
                "reader");
        thread.setDaemon(true);
        thread.start();
    }
}
