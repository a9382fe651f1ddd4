package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Mailbox;
import java.util.function.Consumer;

/**
 * A listener's place at a monitor. It is there before it is taken, so that it can be given up by one thread while another
 * takes it: no callback begins after that. Any thread.
 */
public final class Seat {

    private final Mailbox mailbox;
    private final Consumer<Mailbox> register;

    Seat(Mailbox mailbox, Consumer<Mailbox> register) {
        this.mailbox = mailbox;
        this.register = register;
    }

    /** From now on the listener is told: the present, then what happens. */
    public void take() {
        register.accept(mailbox);
    }

    /** No callback begins any more; one that is under way may end. */
    public void leave() {
        mailbox.close();
    }
}
