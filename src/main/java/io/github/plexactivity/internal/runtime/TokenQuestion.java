package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.delivery.Dispatcher;
import io.github.plexactivity.model.MonitorException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a token where the user's code may run, and does not wait for ever. Inside the loop. */
final class TokenQuestion {

    private final EventLoop loop;
    private final Tokens tokens;
    private final Dispatcher dispatcher;
    private final Duration patience;
    private int asked;
    private @Nullable String tried;

    TokenQuestion(EventLoop loop, Tokens tokens, Dispatcher dispatcher, Duration patience) {
        this.loop = loop;
        this.tokens = tokens;
        this.dispatcher = dispatcher;
        this.patience = patience;
    }

    /** A connection is being opened, with the token there is. */
    void trying() {
        tried = tokens.current();
    }

    /** Whether there is a token that no connection was opened with: whoever asked before may have been given it. */
    boolean isUntried() {
        return !Objects.equals(tried, tokens.current());
    }

    /**
     * Asks; exactly one answer follows, inside the loop.
     *
     * @param answered told whether the token is another one now
     * @param failed told that there is none
     */
    void ask(Consumer<Boolean> answered, Consumer<MonitorException> failed) {
        int mine = ++asked;
        if (!tokens.mayChange()) {
            loop.run(() -> answered.accept(false));
            return;
        }
        EventLoop.Timer deadline = loop.after(patience.toNanos(), () -> settle(mine, () -> failed.accept(late())));
        loop.afterwards(() -> dispatcher.execute(() -> {
            Runnable settled = outcome(answered, failed);
            deadline.cancel();
            loop.run(() -> settle(mine, settled));
        }));
    }

    private Runnable outcome(Consumer<Boolean> answered, Consumer<MonitorException> failed) {
        try {
            boolean changed = tokens.ask();
            return () -> answered.accept(changed);
        } catch (MonitorException.Refused none) {
            return () -> failed.accept(none);
        }
    }

    private void settle(int question, Runnable outcome) {
        if (question == asked) {
            asked++;
            outcome.run();
        }
    }

    private MonitorException late() {
        return new MonitorException.Refused("the token supplier did not answer within " + patience, 0, null);
    }
}
