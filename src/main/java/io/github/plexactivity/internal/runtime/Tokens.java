package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.transport.RequestHeaders;
import io.github.plexactivity.model.MonitorException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token in use, and who is asked for another one. */
public final class Tokens {

    private final @Nullable Supplier<String> supplier;

    /** Written by whoever asked the supplier, one at a time; read by any thread that sends a request. */
    private volatile @Nullable String current;

    private Tokens(@Nullable Supplier<String> supplier, @Nullable String current) {
        this.supplier = supplier;
        this.current = current;
    }

    /** One token for ever, or none. */
    public static Tokens of(@Nullable String token) {
        return new Tokens(null, token);
    }

    /** Whatever the supplier says. */
    public static Tokens from(Supplier<String> supplier) {
        return new Tokens(supplier, null);
    }

    /** What requests carry now, or null. */
    public @Nullable String current() {
        return current;
    }

    /** Whether there is anybody to ask. */
    boolean mayChange() {
        return supplier != null;
    }

    /**
     * Asks the supplier. On the callback executor: it is the user's code.
     *
     * @return whether the token is another one now
     * @throws MonitorException.Refused if there is none to be had
     */
    boolean ask() {
        String answer = answer();
        try {
            if (answer != null) {
                RequestHeaders.requireVisibleAscii("the token supplier's answer", answer);
            }
        } catch (IllegalArgumentException unfit) {
            throw new MonitorException.Refused(String.valueOf(unfit.getMessage()), 0, null);
        }
        boolean changed = !Objects.equals(answer, current);
        current = answer;
        return changed;
    }

    /** The message of what a supplier throws may hold the token: only its class is told. */
    private @Nullable String answer() {
        try {
            return supplier == null ? current : supplier.get();
        } catch (RuntimeException | Error fault) {
            throw new MonitorException.Refused(
                    "the token supplier failed with " + fault.getClass().getName(), 0, null);
        }
    }
}
