package io.github.plexactivity.internal.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A link, a clock and a dice in the test's hand. Connections are named by their generation: the first one opened is 1.
 * With the dice at 0 the waits are 1, 2, 4 … 30 s.
 */
final class LinkScene {

    static final Failure RESET = Failure.disconnected("reset", new java.io.IOException("reset"));
    static final Failure NOT_FOUND = Failure.ofStatus("GET /", 404, Optional.empty());
    static final Failure NO_ENTRY = Failure.ofStatus("GET /", 401, Optional.empty());

    private Link link;
    private long nanos;
    private double dice;
    private List<Effect> effects = List.of();
    private final List<String> opens = new ArrayList<>();

    private LinkScene(Plan plan) {
        link = Link.idle(plan);
    }

    static LinkScene over(Transport... transports) {
        return new LinkScene(
                new Plan(List.of(transports), Duration.ofSeconds(300), Duration.ofSeconds(2), Duration.ofSeconds(60)));
    }

    /** With another time between recoveries, before it starts. */
    LinkScene recoverEvery(int seconds) {
        Plan plan = link.history().plan();
        return plan(new Plan(plan.transports(), Duration.ofSeconds(seconds), plan.firstWait(), plan.longestWait()));
    }

    /** With another longest wait, before it starts. */
    LinkScene longestWait(int seconds) {
        Plan plan = link.history().plan();
        return plan(new Plan(plan.transports(), plan.recoverEvery(), plan.firstWait(), Duration.ofSeconds(seconds)));
    }

    private LinkScene plan(Plan plan) {
        link = Link.idle(plan);
        return this;
    }

    /** Over all three, as by default. */
    static LinkScene idle() {
        return over(Transport.values());
    }

    static LinkScene connecting() {
        return idle().start().token();
    }

    static LinkScene streamingEventSource() {
        return connecting().opened(1).heard(1);
    }

    static LinkScene streamingWebSocket() {
        return connecting().lost(1, NOT_FOUND).opened(2).heard(2);
    }

    static LinkScene polling() {
        return connecting().lost(1).lost(2).opened(3);
    }

    static LinkScene waiting() {
        return connecting().lost(1).lost(2).lost(3);
    }

    static LinkScene refused() {
        return connecting().refused(1).refused(2).refused(3).step(at -> link -> link.token(false, at));
    }

    LinkScene start() {
        return step(at -> link -> link.start(at));
    }

    LinkScene token() {
        return step(at -> link -> link.token(true, at));
    }

    LinkScene sameToken() {
        return step(at -> link -> link.token(false, at));
    }

    LinkScene tokenless() {
        return step(at -> link -> link.tokenless(new MonitorException.Refused("no token", 0, null), at));
    }

    LinkScene opened(int generation) {
        return step(at -> link -> link.opened(generation, at));
    }

    LinkScene heard(int generation) {
        return step(at -> link -> link.heard(generation, at));
    }

    LinkScene lost(int generation) {
        return lost(generation, RESET);
    }

    LinkScene lost(int generation, Failure failure) {
        return step(at -> link -> link.lost(generation, failure, at));
    }

    LinkScene refused(int generation) {
        return lost(generation, NO_ENTRY);
    }

    LinkScene silent(int generation) {
        return step(at -> link -> link.silent(generation, at));
    }

    LinkScene unanswered(int generation) {
        return step(at -> link -> link.unanswered(generation, at));
    }

    LinkScene ponged(int generation) {
        return step(at -> link -> link.ponged(generation));
    }

    LinkScene zombie(int generation) {
        return step(at -> link -> link.zombie(generation, at));
    }

    LinkScene proven(int generation) {
        return step(at -> link -> link.proven(generation));
    }

    LinkScene resync() {
        return step(at -> link -> link.resync(at));
    }

    LinkScene close() {
        return step(at -> Link::close);
    }

    LinkScene due() {
        return step(at -> link -> link.due(at));
    }

    /** As {@link #waits}, also where the link waits for nothing. */
    LinkScene dueInTime() {
        return link.dueAt() == Plan.NEVER ? due() : waits();
    }

    /** Time passes until the link is due, and it is told so. */
    LinkScene waits() {
        assertThat(link.dueAt())
                .as("due time of %s", link)
                .isGreaterThanOrEqualTo(nanos)
                .isLessThan(Plan.NEVER);
        nanos = link.dueAt();
        return due();
    }

    LinkScene passes(double seconds) {
        nanos += (long) (seconds * 1e9);
        return this;
    }

    LinkScene dice(double value) {
        dice = value;
        return this;
    }

    private LinkScene step(Function<At, Function<Link, Step>> signal) {
        Step step = signal.apply(new At(nanos, dice)).apply(link);
        link = step.next();
        effects = step.effects();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Open open) {
                opens.add(Drawing.of(open.attempt()));
            }
        }
        return this;
    }

    /** Expects a state, its due time relative to now. */
    LinkScene is(String state) {
        assertThat(Drawing.of(link, nanos)).isEqualTo(state);
        return this;
    }

    /** Expects what the latest signal asked for. */
    LinkScene does(String expected) {
        assertThat(Drawing.of(effects)).isEqualTo(expected);
        return this;
    }

    /** What was opened since this was last asked. */
    List<String> opens() {
        List<String> all = List.copyOf(opens);
        opens.clear();
        return all;
    }

    /** Seconds since the beginning. */
    double now() {
        return nanos / 1e9;
    }

    Link link() {
        return link;
    }
}
