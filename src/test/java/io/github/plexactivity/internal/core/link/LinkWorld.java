package io.github.plexactivity.internal.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** The connections that a link has opened, what random may do to them, and what must hold whatever it does. */
final class LinkWorld implements Effect.Shell {

    private static final Failure[] FAILURES = {
        LinkScene.RESET,
        LinkScene.NOT_FOUND,
        LinkScene.NO_ENTRY,
        Failure.ofStatus("GET /", 503, Optional.of(Duration.ofSeconds(40))),
    };

    private final SplittableRandom random;
    private final Plan plan;
    private final Set<Integer> opening = new HashSet<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> over = new HashSet<>();
    private boolean asked;
    private int opens;
    private Link link;
    private long nanos;

    LinkWorld(Plan plan, long seed) {
        this.plan = plan;
        random = new SplittableRandom(seed);
        link = Link.idle(plan);
        signal(Link::start);
    }

    /** Something that may happen does, and now and then something that is long over is told. */
    void step() {
        passes(random.nextLong(
                Duration.ofSeconds(random.nextInt(8) == 0 ? 200 : 8).toNanos()));
        if (asked) {
            answerToken();
        } else if (!opening.isEmpty() && random.nextBoolean()) {
            opensOrFails(any(opening));
        } else if (!open.isEmpty()) {
            somethingOf(any(open));
        }
        if (!over.isEmpty() && random.nextInt(4) == 0) {
            opensOrFails(any(over));
            somethingOf(any(over));
        }
        if (random.nextInt(20) == 0) {
            signal(Link::resync);
        }
    }

    /** Whatever is asked fails, or opens and breaks within seconds. */
    void troubledStep() {
        passes(random.nextLong(Duration.ofSeconds(3).toNanos()));
        if (asked) {
            answerToken();
        }
        Set<Integer> before = Set.copyOf(open);
        if (!opening.isEmpty()) {
            opensOrFails(any(opening));
        }
        before.stream().filter(open::contains).forEach(this::loses);
    }

    /** Time passes, and the link is told whenever it is due. */
    void passes(long howLong) {
        long until = nanos + howLong;
        while (link.dueAt() <= until) {
            nanos = link.dueAt();
            signal(Link::due);
        }
        nanos = until;
    }

    private void answerToken() {
        asked = false;
        int answer = random.nextInt(6);
        signal((state, at) -> answer == 0
                ? state.tokenless(new MonitorException.Refused("no token", 0, null), at)
                : state.token(answer < 4, at));
    }

    private void opensOrFails(int generation) {
        if (random.nextInt(3) == 0) {
            if (opening.remove(generation)) {
                open.add(generation);
            }
            signal((state, at) -> state.opened(generation, at));
        } else {
            loses(generation);
        }
    }

    private void loses(int generation) {
        if (opening.remove(generation) || open.remove(generation)) {
            over.add(generation);
        }
        Failure failure = FAILURES[random.nextInt(FAILURES.length)];
        signal((state, at) -> state.lost(generation, failure, at));
    }

    private void somethingOf(int generation) {
        switch (random.nextInt(9)) {
            case 0 -> signal((state, at) -> state.silent(generation, at));
            case 1 -> signal((state, at) -> state.unanswered(generation, at));
            case 2 -> signal((state, at) -> state.ponged(generation));
            case 3 -> signal((state, at) -> state.zombie(generation, at));
            case 4 -> signal((state, at) -> state.proven(generation));
            case 5 -> loses(generation);
            default -> signal((state, at) -> state.heard(generation, at));
        }
    }

    private int any(Set<Integer> generations) {
        return new ArrayList<>(generations).get(random.nextInt(generations.size()));
    }

    void signal(BiFunction<Link, At, Step> signal) {
        int opensBefore = opens;
        Step step = signal.apply(link, new At(nanos, random.nextDouble()));
        link = step.next();
        step.effects().forEach(effect -> effect.by(this));
        assertThat(opens - opensBefore).as("opened at once").isLessThanOrEqualTo(1);
        mustHold();
    }

    private void mustHold() {
        Set<Integer> used = new HashSet<>(opening);
        used.addAll(open);
        assertThat(used).as("connections of %s", link).containsExactlyInAnyOrderElementsOf(held());
        assertThat(link.dueAt()).as("due time of %s", link).isGreaterThanOrEqualTo(nanos);
        ConnectionState state = link.state();
        boolean alive = asked || !used.isEmpty() || link.dueAt() < Plan.NEVER;
        assertThat(alive).as("something goes on in %s", link).isTrue();
        assertThat(asked).isEqualTo(link instanceof Asking);
        assertThat(state == ConnectionState.CONNECTED)
                .isEqualTo(link.transport().isPresent());
    }

    private List<Integer> held() {
        List<Integer> held = new ArrayList<>();
        if (link instanceof Connecting connecting) {
            held.add(connecting.attempt().generation());
        } else if (link instanceof Polling polling) {
            held.add(polling.poll().generation());
            polling.beside().ifPresent(beside -> held.add(beside.generation()));
        } else if (link instanceof Streaming streaming) {
            held.add(streaming.current().attempt().generation());
            streaming.beside().ifPresent(beside -> held.add(beside.attempt().generation()));
        }
        return held;
    }

    int opens() {
        return opens;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public void open(Attempt attempt) {
        opens++;
        assertThat(attempt.generation())
                .as("each connection has its own generation")
                .isEqualTo(opens);
        assertThat(plan.transports()).contains(attempt.transport());
        assertThat(opening.size() + open.size()).as("others open").isLessThanOrEqualTo(1);
        opening.add(attempt.generation());
    }

    @Override
    public void hear(Attempt attempt) {
        assertThat(open).as("what is open may be heard").contains(attempt.generation());
    }

    @Override
    public void drop(int generation) {
        assertThat(opening.remove(generation) || open.remove(generation))
                .as("%s was there to be dropped", generation)
                .isTrue();
        over.add(generation);
    }

    @Override
    public void ping(int generation) {
        assertThat(open).contains(generation);
        assertThat(link.transport()).contains(Transport.WEB_SOCKET);
    }

    @Override
    public void askSnapshot() {
        assertThat(link.transport()).isPresent();
    }

    @Override
    public void askToken() {
        asked = true;
    }
}
