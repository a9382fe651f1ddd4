package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.util.List;
import java.util.Optional;

/**
 * Hears of activities by snapshots alone, and tries the streams beside, with the backoff.
 *
 * @param poll the polling
 * @param since when it began
 * @param beside the stream being opened, if one is
 * @param round the streams to be tried after it
 * @param dueAt when the streams are tried next
 */
record Polling(History history, Attempt poll, long since, Optional<Attempt> beside, Round round, long dueAt)
        implements Link {

    private static final Round NO_ROUND = Round.of(List.of());

    /** Where no stream was asked for none is missed, and nothing is wrong. */
    static Step begin(History history, Attempt poll, At at) {
        History now = history.plan().streams().isEmpty() ? history.working() : history;
        return Step.to(resting(now, poll, at.nanos(), at), new Effect.Hear(poll));
    }

    private static Polling resting(History history, Attempt poll, long since, At at) {
        List<Transport> streams = history.plan().streams();
        long dueAt = streams.isEmpty() ? Plan.NEVER : history.waitUntil(at, streams);
        return new Polling(history.waited(), poll, since, Optional.empty(), NO_ROUND, dueAt);
    }

    @Override
    public ConnectionState state() {
        return ConnectionState.CONNECTED;
    }

    @Override
    public Optional<Transport> transport() {
        return Optional.of(Transport.POLLING);
    }

    @Override
    public boolean livesBySnapshots() {
        return true;
    }

    @Override
    public Step due(At at) {
        Round streams = Round.of(history.plan().streams());
        boolean mayTry = beside.isEmpty() && streams.first(history, at).isPresent();
        return mayTry ? tryNext(history, streams, at) : Step.to(this);
    }

    @Override
    public Step resync(At at) {
        return due(at);
    }

    @Override
    public Step opened(int generation, At at) {
        if (!isBeside(generation)) {
            return Step.to(this);
        }
        return Streaming.begin(history, beside.orElseThrow(), round.and(Transport.POLLING), at)
                .and(new Effect.Drop(poll.generation()));
    }

    @Override
    public Step lost(int generation, Failure failure, At at) {
        if (isBeside(generation)) {
            History failed = history.failed(beside.orElseThrow().transport(), failure, at);
            return tryNext(failed, round.failed(failure), at);
        }
        if (generation != poll.generation()) {
            return Step.to(this);
        }
        History failed = history.failed(Transport.POLLING, failure, at);
        if (beside.isPresent()) {
            return Step.to(new Connecting(failed, beside.get(), round.and(Transport.POLLING)));
        }
        boolean settled = history.plan().isSettled(at.nanos() - since);
        return settled ? Round.of(history.plan().transports()).next(failed, at) : Step.to(Waiting.after(failed, at));
    }

    private Step tryNext(History now, Round streams, At at) {
        Optional<Transport> next = streams.first(now, at);
        if (next.isEmpty()) {
            return Step.to(resting(now, poll, since, at));
        }
        History opening = now.opening();
        Attempt attempt = new Attempt(next.get(), opening.generation());
        return Step.to(
                new Polling(opening, poll, since, Optional.of(attempt), streams.without(next.get()), Plan.NEVER),
                new Effect.Open(attempt));
    }

    private boolean isBeside(int generation) {
        return beside.filter(attempt -> attempt.generation() == generation).isPresent();
    }
}
