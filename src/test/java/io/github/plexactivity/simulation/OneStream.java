package io.github.plexactivity.simulation;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.runtime.Outside;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.internal.runtime.Tokens;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.internal.transport.NotificationStream.Receiver;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An engine in virtual time with one stream, which a test speaks through, and a list that is never answered. */
final class OneStream {

    private final VirtualTime time = new VirtualTime();
    private final VirtualExecutor executor = new VirtualExecutor(time, new Dice(1), VirtualExecutor.Pace.PROMPT);
    private @Nullable Receiver receiver;
    private final Engine engine;
    private int opened;

    OneStream(Transport transport, Duration connectTimeout) {
        Settings settings = new Settings(
                "simulated",
                new Plan(List.of(transport), Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(60)),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                connectTimeout,
                Duration.ofSeconds(35),
                10_000);
        Outside outside = new Outside(
                new VirtualLoop(time, new Ledger(time, false)),
                this::open,
                new Unanswered(),
                new Dice(2).generator()::nextDouble);
        engine = new Engine(settings, outside, Tokens.from(() -> "token"), executor);
    }

    Engine engine() {
        return engine;
    }

    VirtualExecutor executor() {
        return executor;
    }

    /** How often it was opened. */
    int opened() {
        return opened;
    }

    /** Where the stream tells what it brings. */
    Receiver receiver() {
        return requireNonNull(receiver);
    }

    /** Starts, and opens the stream. */
    void begin() {
        engine.start();
        pass(Duration.ofSeconds(1));
        receiver().opened();
    }

    void pass(Duration time) {
        this.time.pass(time.toNanos(), () -> {});
    }

    private NotificationStream open(Transport transport, Receiver by) {
        receiver = by;
        opened++;
        return new Still();
    }

    private record Still() implements NotificationStream {
        @Override
        public void ping() {}

        @Override
        public void close() {}
    }

    /** Requests that wait. */
    private record Unanswered() implements ActivitiesApi {
        @Override
        public CompletableFuture<Listing> list(Known known) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<CancelResult> cancel(String uuid) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}
