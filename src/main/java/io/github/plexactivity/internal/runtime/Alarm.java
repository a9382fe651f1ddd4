package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.EventLoop.Timer;
import org.jspecify.annotations.Nullable;

/** Rings once, at the time that it was set to last. Inside the loop. */
final class Alarm {

    private final EventLoop loop;
    private final Runnable ring;
    private @Nullable Timer timer;
    private long setTo = Plan.NEVER;

    Alarm(EventLoop loop, Runnable ring) {
        this.loop = loop;
        this.ring = ring;
    }

    /**
     * Sets it, and so to no other time any more.
     *
     * @param nanos on the loop's clock; {@link Plan#NEVER} for no time
     */
    void set(long nanos) {
        if (nanos == setTo) {
            return;
        }
        setTo = nanos;
        if (timer != null) {
            timer.cancel();
        }
        timer = nanos == Plan.NEVER ? null : loop.after(nanos - loop.nanos(), this::ring);
    }

    private void ring() {
        setTo = Plan.NEVER;
        ring.run();
    }
}
