package io.github.plexactivity.internal.transport;

/** A thread of a server, which must end with it. */
final class ServerThread extends Thread {

    private static final long LONGEST_MILLIS = 10_000;

    private ServerThread(String name, Runnable task) {
        super(task, name);
        setDaemon(true);
    }

    static ServerThread begin(String name, Runnable task) {
        ServerThread thread = new ServerThread(name, task);
        thread.start();
        return thread;
    }

    void await() {
        try {
            join(LONGEST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isAlive()) {
            throw new AssertionError(getName() + " does not end");
        }
    }
}
