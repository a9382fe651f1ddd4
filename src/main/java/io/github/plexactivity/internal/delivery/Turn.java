package io.github.plexactivity.internal.delivery;

import org.jspecify.annotations.Nullable;

/**
 * One stay on a thread of the callback executor. Where others may wait for it, it does a bounded number of things and
 * then gives the thread back, so that a small executor is shared fairly. Asked for once and taken at most once, whatever the executor does: one that
 * throws after it took a task, or runs a task twice, does not make two callbacks overlap.
 *
 * <p>It also gives the thread back when a callback leaves it interrupted. What that means only the thread's owner knows:
 * pools clear it before the next task, unless they are shutting down. So the mark of one callback does not hit the next,
 * and a caller who interrupts its own threads is heard.
 */
final class Turn implements Runnable {

    /** Whose turn it is. */
    interface Host {

        /** Whether the turn may begin: it is the one asked for, and did not begin before. */
        boolean begins(Turn candidate);

        /** Does the next thing; answers false where there is none, and the turn is over. */
        boolean doNext();

        /** The turn under way is over; the next one, where there is something to do. */
        @Nullable
        Turn furtherTurn();

        /** The executor did not take the turn. */
        void refused(Turn refused);
    }

    /** Where turns are taken. */
    interface Threads {

        /**
         * Has the task run, if there is a thread for it.
         *
         * @return whether there is; the task may have run already
         */
        boolean offer(Runnable task);
    }

    private final Host host;
    private final Threads threads;
    private final int most;

    /** Taken by a thread. Under the host's lock. */
    boolean begun;

    // The thread that is just asking for this turn, and whether it was given the turn itself. Read and written by that
    // thread; another one may see either value of the first, and equals neither.
    private @Nullable Thread asking;
    private boolean inline;

    /**
     * A turn to be asked for.
     *
     * @param most how many things are done in it
     */
    Turn(Host host, Threads threads, int most) {
        this.host = host;
        this.threads = threads;
        this.most = most;
    }

    /**
     * Asks for it, outside the loop. If it is refused, its host asks again when it has something new to do.
     *
     * @return whether there was no refusal
     */
    boolean ask() {
        boolean taken = threads.offer(this);
        if (!taken) {
            refuse();
        }
        return taken;
    }

    /** Says that there is no thread for it, outside the loop. */
    void refuse() {
        host.refused(this);
    }

    @Override
    public void run() {
        if (Thread.currentThread() == asking) {
            inline = true;
            return;
        }
        Turn turn = this;
        while (turn != null && host.begins(turn)) {
            turn = turn.take();
        }
    }

    /** Does what there is to do; answers a further turn where this thread has to go on. */
    private @Nullable Turn take() {
        int done = 0;
        do {
            if (!host.doNext()) {
                return null;
            }
            done++;
        } while (done < most && !Thread.currentThread().isInterrupted());
        return handOn(host.furtherTurn());
    }

    /**
     * Asks for the next turn. An executor that runs it at once, on this thread, is not let in deeper and deeper; and one
     * that refuses it leaves this thread, which is the last one certain to be had.
     */
    private static @Nullable Turn handOn(@Nullable Turn next) {
        if (next == null) {
            return null;
        }
        next.asking = Thread.currentThread();
        boolean taken = next.threads.offer(next);
        next.asking = null;
        return taken && !next.inline ? null : next;
    }
}
