package io.github.plexactivity.internal.delivery;

import org.jspecify.annotations.Nullable;

/**
 * One stay of a mailbox on a thread of the callback executor. It tells a bounded number of letters and then gives the
 * thread back, so that a small executor is shared fairly. Asked for once and taken at most once, whatever the executor
 * does: one that throws after it took a task, or runs a task twice, does not make two callbacks overlap.
 *
 * <p>It also gives the thread back when a callback leaves it interrupted. What that means only the thread's owner knows:
 * pools clear it before the next task, unless they are shutting down. So the mark of one callback does not hit the next,
 * and a caller who interrupts its own threads is heard.
 */
final class Turn implements Runnable {
    private static final int MOST_LETTERS = 64;

    private final Mailbox mailbox;
    private final CallbackExecutor callbacks;

    /** Taken by a thread. Under the mailbox's lock. */
    boolean begun;

    // The thread that is just asking for this turn, and whether it was given the turn itself. Read and written by that
    // thread; another one may see either value of the first, and equals neither.
    private @Nullable Thread asking;
    private boolean inline;

    Turn(Mailbox mailbox, CallbackExecutor callbacks) {
        this.mailbox = mailbox;
        this.callbacks = callbacks;
    }

    /** Asks for it, outside the loop. If it is refused, the mailbox asks again when something is put into it. */
    void ask() {
        if (!callbacks.offer(this)) {
            mailbox.refused(this);
        }
    }

    /** Asks for a turn after which none may come. */
    void insist() {
        callbacks.insist(this);
    }

    @Override
    public void run() {
        if (Thread.currentThread() == asking) {
            inline = true;
            return;
        }
        Turn turn = this;
        while (turn != null && mailbox.begins(turn)) {
            turn = turn.tell();
        }
    }

    /** Tells letters; answers a further turn where this thread has to go on. */
    private @Nullable Turn tell() {
        int told = 0;
        do {
            if (!mailbox.tellNext()) {
                return null;
            }
            told++;
        } while (told < MOST_LETTERS && !Thread.currentThread().isInterrupted());
        return handOn(mailbox.furtherTurn());
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
        boolean taken = next.callbacks.offer(next);
        next.asking = null;
        return taken && !next.inline ? null : next;
    }
}
