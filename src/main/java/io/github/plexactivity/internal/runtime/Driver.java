package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.internal.core.link.At;
import io.github.plexactivity.internal.core.link.Attempt;
import io.github.plexactivity.internal.core.link.Effect;
import io.github.plexactivity.internal.core.link.Link;
import io.github.plexactivity.internal.core.link.Step;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Drives the link: brings it its signals, and does what it asks for. Inside the loop. */
final class Driver implements Effect.Shell, Connection.Watcher {

    /** Told what the link does. */
    interface Observer {
        /** A snapshot is wanted now. */
        void snapshotWanted();

        /** What is known of the activities. Any thread. */
        Known known();

        /** The stream that is heard spoke. */
        void told(List<Report> reports, int generation);

        /** The link may have moved. */
        void moved(Link before, Link now);

        /** The token was not let in, and the stream that is heard is left. */
        void unauthorized();
    }

    private final Settings settings;
    private final Outside outside;
    private final Counters counters;
    private final Pulse pulse;
    private final TokenQuestion question;
    private final Observer observer;
    private final Hearing hearing;
    private final Alarm due;

    private final Map<Integer, Connection> connections = new HashMap<>();
    private Link link;
    private @Nullable Attempt poll;

    Driver(
            Settings settings,
            Outside outside,
            Counters counters,
            Pulse pulse,
            TokenQuestion question,
            Observer observer) {
        this.settings = settings;
        this.outside = outside;
        this.counters = counters;
        this.pulse = pulse;
        this.question = question;
        this.observer = observer;
        this.hearing = new Hearing(settings.plan().transports(), counters);
        this.due = new Alarm(outside.loop(), () -> signal(Link::due));
        this.link = Link.idle(settings.plan());
    }

    Link link() {
        return link;
    }

    /** The connection that is heard; a number that none has, while nothing is. */
    int generation() {
        return hearing.generation();
    }

    boolean isStreaming() {
        return link.state() == ConnectionState.CONNECTED
                && !link.transport().orElseThrow().equals(Transport.POLLING);
    }

    // Signals that come from elsewhere.

    void start() {
        signal(Link::start);
    }

    void resync() {
        signal(Link::resync);
    }

    void zombie() {
        int generation = hearing.generation();
        counters.count(Counter.ZOMBIES);
        signal((state, at) -> state.zombie(generation, at));
    }

    void proven() {
        int generation = hearing.generation();
        signal((state, at) -> state.proven(generation));
    }

    /** A snapshot was had, which is what polling waits for. */
    void listed() {
        if (poll != null) {
            int generation = poll.generation();
            signal((state, at) -> state.opened(generation, at));
        }
    }

    /** A snapshot could not be had. */
    void unlisted(Failure failure) {
        if (poll != null) {
            int generation = poll.generation();
            poll = null;
            signal((state, at) -> state.lost(generation, failure, at));
        }
    }

    void close() {
        signal((state, at) -> state.close());
        List.copyOf(connections.values()).forEach(Connection::drop);
        connections.clear();
    }

    private void signal(BiFunction<Link, At, Step> signal) {
        Link before = link;
        Step step = signal.apply(
                before, new At(outside.loop().nanos(), outside.random().getAsDouble()));
        link = step.next();
        step.effects().forEach(effect -> effect.by(this));
        if (link.state() != ConnectionState.CONNECTED) {
            hearing.nothing();
        }
        due.set(link.dueAt());
        observer.moved(before, link);
    }

    // What the link asks for.

    @Override
    public void open(Attempt attempt) {
        question.trying();
        if (attempt.transport() == Transport.POLLING) {
            poll = attempt;
            observer.snapshotWanted();
            return;
        }
        Connection connection = new Connection(attempt, settings, outside.loop(), pulse, counters, this);
        connections.put(attempt.generation(), connection);
        connection.open(outside.streams());
    }

    @Override
    public void hear(Attempt attempt) {
        hearing.change(attempt);
    }

    @Override
    public void drop(int generation) {
        Connection connection = connections.remove(generation);
        if (connection != null) {
            connection.drop();
        } else if (poll != null && poll.generation() == generation) {
            poll = null;
        }
    }

    @Override
    public void ping(int generation) {
        Connection connection = connections.get(generation);
        if (connection != null) {
            connection.ping();
        }
    }

    @Override
    public void askSnapshot() {
        observer.snapshotWanted();
    }

    @Override
    public void askToken() {
        question.ask(
                changed -> signal((state, at) -> state.token(changed || question.isUntried(), at)),
                error -> signal((state, at) -> state.tokenless(error, at)));
    }

    // What the connections tell.

    @Override
    public void opened(Connection connection) {
        signal((state, at) -> state.opened(connection.generation(), at));
    }

    @Override
    public void heard(Connection connection) {
        signal((state, at) -> state.heard(connection.generation(), at));
    }

    @Override
    public Known known() {
        return observer.known();
    }

    @Override
    public void told(Connection connection, List<Report> reports) {
        if (connection.generation() == hearing.generation()) {
            observer.told(reports, hearing.generation());
        }
    }

    @Override
    public void silent(Connection connection) {
        signal((state, at) -> state.silent(connection.generation(), at));
    }

    @Override
    public void unanswered(Connection connection) {
        signal((state, at) -> state.unanswered(connection.generation(), at));
    }

    @Override
    public void ponged(Connection connection) {
        signal((state, at) -> state.ponged(connection.generation()));
    }

    @Override
    public void lost(Connection connection, Failure failure) {
        connections.remove(connection.generation());
        signal((state, at) -> state.lost(connection.generation(), failure, at));
        if (failure.kind() == Failure.Kind.UNAUTHORIZED && isStreaming()) {
            observer.unauthorized();
        }
    }
}
