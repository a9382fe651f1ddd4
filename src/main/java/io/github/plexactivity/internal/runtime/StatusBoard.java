package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.core.link.Link;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the connection stands, for people. Written inside the loop, read by any thread. */
final class StatusBoard {

    private record Stamp(long nanos, Optional<Instant> instant) {}

    private final EventLoop loop;
    private final Pulse pulse;
    private volatile ConnectionStatus told;
    private volatile Optional<Instant> lastSynchronized = Optional.empty();

    /** What the latest beat was read as, so that it reads the same again. Written by any thread: all find the same. */
    private volatile Stamp lastHeard = new Stamp(Pulse.NEVER, Optional.empty());

    /** Why the list may not be read while a stream works. Inside the loop. */
    private @Nullable MonitorException listError;

    StatusBoard(EventLoop loop, Pulse pulse) {
        this.loop = loop;
        this.pulse = pulse;
        this.told = new ConnectionStatus(
                ConnectionState.NEW,
                Optional.empty(),
                loop.now().instant(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The latest, with what changes too often to be told. */
    ConnectionStatus read() {
        ConnectionStatus latest = told;
        return new ConnectionStatus(
                latest.state(),
                latest.transport(),
                latest.since(),
                lastHeard(),
                lastSynchronized,
                latest.failures(),
                latest.nextAttempt(),
                latest.lastError());
    }

    void synchronizedNow() {
        lastSynchronized = Optional.of(loop.now().instant());
    }

    private Optional<Instant> lastHeard() {
        Stamp stamp = lastHeard;
        long beat = pulse.last();
        if (stamp.nanos() != beat) {
            stamp = new Stamp(beat, Optional.of(instant(beat, loop.now())));
            lastHeard = stamp;
        }
        return stamp.instant();
    }

    /**
     * The list was read, or could not be.
     *
     * @return whether that is news
     */
    boolean listed(@Nullable MonitorException error) {
        boolean news = !message(error).equals(message(listError));
        listError = news ? error : listError;
        return news;
    }

    /**
     * Takes a state over.
     *
     * @return whether there is something to tell
     */
    boolean show(Link link) {
        Moment now = loop.now();
        ConnectionStatus before = told;
        Optional<Transport> transport = link.transport();
        boolean same = before.state() == link.state() && before.transport().equals(transport);
        Optional<Instant> next =
                link.dueAt() == Plan.NEVER ? Optional.empty() : Optional.of(instant(link.dueAt(), now));
        Optional<MonitorException> error = link.lastError().or(() -> Optional.ofNullable(listError));
        boolean news = !same
                || before.failures() != link.failures()
                || !before.lastError().equals(error);
        if (news) {
            Instant since = same ? before.since() : now.instant();
            told = new ConnectionStatus(
                    link.state(), transport, since, Optional.empty(), Optional.empty(), link.failures(), next, error);
        }
        return news;
    }

    private static String message(@Nullable MonitorException error) {
        return error == null ? "" : String.valueOf(error.getMessage());
    }

    private static Instant instant(long nanos, Moment now) {
        return now.instant().plusNanos(nanos - now.nanos());
    }
}
