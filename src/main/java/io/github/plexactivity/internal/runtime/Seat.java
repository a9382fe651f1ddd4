package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Mailbox;
import java.util.function.Consumer;

/**
 * A listener's place at a monitor. It is there before it is taken, so that it can be given up by one thread while another
 * takes it: no callback begins after that. Any thread.
 */
public final class Seat {

    private final Mailbox mailbox;
    private final Consumer<Mailbox> fromTheStart;
    private final Consumer<Mailbox> late;

    Seat(Mailbox mailbox, Consumer<Mailbox> fromTheStart, Consumer<Mailbox> late) {
        this.mailbox = mailbox;
        this.fromTheStart = fromTheStart;
        this.late = late;
    }

    /** From now on the listener is told what happens, as one that was there first: before the start it knows what is resumed. */
    public void take() {
        fromTheStart.accept(mailbox);
    }

    /** From now on the listener is told: the present first, before the start as well, then what happens. */
    public void takeLate() {
        late.accept(mailbox);
    }

    /** No callback begins any more; one that is under way may end. */
    public void leave() {
        mailbox.close();
    }
}
