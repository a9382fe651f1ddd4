package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.link.Beside.Reason;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.util.Optional;

/**
 * Hears of activities by a stream, and may be opening another one beside it.
 *
 * @param current the stream in use
 * @param beside the other, if there is one
 * @param round what is tried at once should this stream die young
 * @param dueAt when the preferred transport is tried again beside this one
 */
record Streaming(History history, Current current, Optional<Beside> beside, Round round, long dueAt) implements Link {

    /** Hears a stream that just opened. */
    static Step begin(History history, Attempt attempt, Round round, At at) {
        long dueAt = history.recoveryDue(attempt.transport(), at);
        return begin(history, Current.opened(attempt, false, at), round, dueAt);
    }

    private static Step begin(History history, Current current, Round round, long dueAt) {
        return Step.to(
                new Streaming(history.working(), current, Optional.empty(), round, dueAt),
                new Effect.Hear(current.attempt()),
                new Effect.AskSnapshot());
    }

    /** A stream that comes and goes beside this one does not put recovery off, but may have cut one short. */
    private long stillDue(At at) {
        return dueAt == Plan.NEVER ? history.recoveryDue(used(), at) : dueAt;
    }

    @Override
    public ConnectionState state() {
        return ConnectionState.CONNECTED;
    }

    @Override
    public Optional<Transport> transport() {
        return Optional.of(used());
    }

    @Override
    public boolean livesBySnapshots() {
        return history.traits().dumb().containsAll(history.plan().streams());
    }

    @Override
    public boolean isTwofold() {
        return beside.isPresent();
    }

    @Override
    public Step opened(int generation, At at) {
        if (!isBeside(generation)) {
            return Step.to(this);
        }
        Beside opened = beside.orElseThrow().opened();
        return opened.takesOverWhenOpen() ? takeOver(opened, false, at) : Step.to(with(Optional.of(opened)));
    }

    @Override
    public Step heard(int generation, At at) {
        if (isCurrent(generation)) {
            History learnt = history.with(history.traits().withMute(0));
            return Step.to(new Streaming(learnt, current.lively(), beside, round, dueAt));
        }
        boolean proof = isBeside(generation) && beside.orElseThrow().open();
        return proof ? takeOver(beside.orElseThrow(), true, at) : Step.to(this);
    }

    private Step takeOver(Beside next, boolean heard, At at) {
        Transport taken = next.attempt().transport();
        long due = taken == used() ? stillDue(at) : history.recoveryDue(taken, at);
        Round rest = Round.of(history.plan().others(taken));
        return begin(outlived(at), Current.opened(next.attempt(), heard, at), rest, due)
                .and(new Effect.Drop(current.attempt().generation()));
    }

    @Override
    public Step lost(int generation, Failure failure, At at) {
        if (isCurrent(generation)) {
            return currentLost(failure, at);
        }
        return isBeside(generation) ? besideLost(beside.orElseThrow(), failure, at) : Step.to(this);
    }

    private Step currentLost(Failure failure, At at) {
        boolean settled = current.isSettled(history.plan(), at);
        History failed = (settled ? history.settled(used()) : history.flapped(used())).failed(used(), failure, at);
        if (beside.isPresent()) {
            return goOnWith(beside.get(), failed, at);
        }
        boolean nextAtOnce = !settled || failure.kind() != Failure.Kind.TRANSIENT;
        return nextAtOnce ? round.next(failed, at) : Step.to(Waiting.after(failed, at));
    }

    /** What remains of a stream that is left for another: if it ever worked for long, the next wait is short again. */
    private History outlived(At at) {
        return current.heard() && current.isSettled(history.plan(), at) ? history.proved() : history;
    }

    private Step goOnWith(Beside other, History failed, At at) {
        Round rest = Round.of(history.plan().others(other.attempt().transport()));
        return other.open()
                ? begin(failed, other.attempt(), rest, at)
                : Step.to(new Connecting(failed, other.attempt(), rest));
    }

    private Step besideLost(Beside lost, Failure failure, At at) {
        Transport tried = lost.attempt().transport();
        History barred = history.barred(tried, failure, at);
        Streaming alone = new Streaming(barred, current, Optional.empty(), round, stillDue(at));
        return switch (lost.reason()) {
            case RECOVERY, PRECAUTION -> Step.to(alone);
            case ESCAPE ->
                alone.with(barred.with(barred.traits().withDumb(tried))).escape();
            case REPLACEMENT ->
                Round.of(history.plan().others(tried))
                        .next(outlived(at).failed(tried, failure, at), at)
                        .and(new Effect.Drop(current.attempt().generation()));
        };
    }

    @Override
    public Step silent(int generation, At at) {
        if (isBeside(generation)) {
            Transport tried = beside.orElseThrow().attempt().transport();
            return besideLost(beside.orElseThrow(), Failure.heldBack(tried), at).after(new Effect.Drop(generation));
        }
        if (!isCurrent(generation) || replacing()) {
            return Step.to(this);
        }
        if (used() == Transport.WEB_SOCKET) {
            return Step.to(this, new Effect.Ping(generation));
        }
        int mute = current.heard() ? 0 : history.traits().mute() + 1;
        boolean heldBack = mute >= 2 && history.plan().transports().size() > 1;
        History learnt = history.with(history.traits().withMute(heldBack ? 0 : mute));
        return heldBack ? fallBack(learnt, at) : with(learnt).open(used(), Reason.REPLACEMENT);
    }

    private Step fallBack(History learnt, At at) {
        History failed = learnt.failed(used(), Failure.heldBack(used()), at);
        return beside.map(recovery -> goOnWith(recovery, failed, at))
                .orElseGet(() -> Round.of(history.plan().others(used())).next(failed, at))
                .and(new Effect.Drop(current.attempt().generation()));
    }

    @Override
    public Step unanswered(int generation, At at) {
        if (!isCurrent(generation) || replacing()) {
            return Step.to(this);
        }
        if (history.traits().ponged()) {
            return open(used(), Reason.REPLACEMENT);
        }
        long last = history.traits().quietlyReplacedAt();
        boolean longAgo = last == Plan.NEVER
                || at.nanos() - last >= history.plan().recoverEvery().toNanos();
        boolean again = longAgo && beside.isEmpty(); // A recovery under way may soon replace it anyway.
        Streaming noted = with(history.with(history.traits().withQuietReplacement(again ? at.nanos() : last)));
        Step step = again ? noted.open(used(), Reason.PRECAUTION) : Step.to(noted);
        return step.and(new Effect.AskSnapshot());
    }

    @Override
    public Step ponged(int generation) {
        return isCurrent(generation)
                ? Step.to(with(history.with(history.traits().withPong())))
                : Step.to(this);
    }

    @Override
    public Step zombie(int generation, At at) {
        if (!isCurrent(generation) || replacing() || livesBySnapshots()) {
            return Step.to(this);
        }
        Traits traits = history.traits();
        return traits.doubted().contains(used())
                ? with(history.with(traits.withDumb(used())).flapped(used())).escape()
                : with(history.with(traits.withDoubted(used()))).open(used(), Reason.REPLACEMENT);
    }

    /** Tries the next transport that is not known to be dumb; where all are, the preferred one is as good as any. */
    private Step escape() {
        Optional<Transport> next = history.plan().streams().stream()
                .filter(each -> !history.traits().dumb().contains(each))
                .findFirst();
        return next.map(transport -> open(transport, Reason.ESCAPE))
                .orElseGet(() -> Step.to(this, new Effect.AskSnapshot()));
    }

    @Override
    public Step proven(int generation) {
        return isCurrent(generation)
                ? Step.to(with(history.with(history.traits().withoutSuspicion())))
                : Step.to(this);
    }

    @Override
    public Step due(At at) {
        if (at.nanos() < dueAt) {
            return Step.to(this);
        }
        Transport preferred = history.plan().streams().get(0);
        if (beside.isPresent() || history.isBarred(preferred, at)) {
            return Step.to(new Streaming(history, current, beside, round, history.recoveryDue(used(), at)));
        }
        return new Streaming(history, current, beside, round, Plan.NEVER).open(preferred, Reason.RECOVERY);
    }

    private Step open(Transport transport, Reason reason) {
        History opening = history.opening();
        Attempt attempt = new Attempt(transport, opening.generation());
        Streaming next = new Streaming(opening, current, Optional.of(Beside.opening(attempt, reason)), round, dueAt);
        Effect open = new Effect.Open(attempt);
        return beside.map(given -> Step.to(next, new Effect.Drop(given.attempt().generation()), open))
                .orElseGet(() -> Step.to(next, open));
    }

    private boolean replacing() {
        return beside.filter(other -> other.reason() != Reason.RECOVERY).isPresent();
    }

    private boolean isCurrent(int generation) {
        return generation == current.attempt().generation();
    }

    private boolean isBeside(int generation) {
        return beside.filter(other -> other.attempt().generation() == generation)
                .isPresent();
    }

    private Transport used() {
        return current.attempt().transport();
    }

    private Streaming with(History learnt) {
        return new Streaming(learnt, current, beside, round, dueAt);
    }

    private Streaming with(Optional<Beside> other) {
        return new Streaming(history, current, other, round, dueAt);
    }
}
