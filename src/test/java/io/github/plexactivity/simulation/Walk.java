package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.Optional;

/** The random walk of a server and of the way to it: jobs come and go, and everything else goes wrong. */
final class Walk {

    /** Fewer endings in all than the monitor remembers in full. */
    private static final int MOST_FLOODS = 3;

    private final World world;
    private final Jobs jobs;
    private final Workday workday;
    private final SimulatedStreams streams;
    private final Users users;
    private final boolean mayFlood;
    private int tokens;
    private int floods;

    Walk(Stage stage, Users users) {
        this.world = stage.world;
        this.jobs = stage.jobs;
        this.workday = stage.workday;
        this.mayFlood =
                stage.settings.maxActivities() < Stage.MANY && stage.executor.pace() != VirtualExecutor.Pace.SLOW;
        this.streams = stage.streams;
        this.users = users;
    }

    /** How long nothing happens: mostly moments, now and then minutes. */
    long pause() {
        Dice dice = world.dice();
        return VirtualTime.seconds(
                dice.chance(0.02) ? dice.between(20, 240) : dice.between(0, dice.oneOf(0.2, 2.0, 6.0)));
    }

    void step() {
        int what = world.dice().below(100);
        if (what < 60) {
            workday.work();
        } else if (what < 74) {
            users.act();
        } else if (what < 97) {
            trouble();
        } else {
            mischief();
        }
    }

    private void trouble() {
        Dice dice = world.dice();
        switch (dice.below(12)) {
            case 0, 1 ->
                streams.each(
                        stream -> stream.falls(dice.oneOf(SimulatedStream.Health.HELD, SimulatedStream.Health.ZOMBIE)));
            case 2 -> streams.each(SimulatedStream::recovers);
            case 3 -> streams.each(stream -> stream.cut(false));
            case 4 -> strike(dice.oneOf(Transport.EVENT_SOURCE, Transport.WEB_SOCKET));
            case 5, 6 -> strike(Transport.POLLING);
            case 7, 8 -> clear();
            case 9 -> world.weather().omits(dice.oneOf(0.0, 0.1, 0.5, 1.0));
            case 10 -> world.weather().lags(dice.oneOf(0.0, 0.3, 1.0));
            default -> world.weather().slows(dice.oneOf(0.05, 0.5, 3.0, 8.0));
        }
    }

    private void strike(Transport transport) {
        Fault fault = world.dice().oneOf(transport == Transport.POLLING ? Fault.OF_THE_LIST : Fault.OF_STREAMS);
        world.ledger().note("TROUBLE", () -> transport + ": " + fault);
        world.weather().strikes(transport, fault);
        world.weather().asksToWait(retryAfter());
    }

    private Optional<Duration> retryAfter() {
        if (world.dice().chance(0.7)) {
            return Optional.empty();
        }
        world.ledger().happened(Happening.ASKED_TO_WAIT);
        return Optional.of(Duration.ofSeconds(world.dice().below(60) - 2));
    }

    private void clear() {
        world.ledger().note("TROUBLE", () -> "is over");
        for (Transport transport : Transport.values()) {
            world.weather().clears(transport);
        }
        world.weather().slows(0.05);
        world.weather().lags(0);
    }

    private void mischief() {
        switch (world.dice().below(8)) {
            case 0, 1 -> restart();
            case 2 -> revoke();
            case 3 -> jump();
            case 4 -> streams.each(stream -> stream.babble(world.dice().oneOf("{\"ActivityNotif", "[]", "null", "{}")));
            case 5 -> workday.endOfUnknown();
            case 6 -> workday.sameAgain();
            default -> flood();
        }
    }

    private void jump() {
        world.ledger().happened(Happening.CLOCK_JUMP);
        world.time().jump(Duration.ofMinutes(world.dice().below(240) - 120));
    }

    private void flood() {
        if (mayFlood && floods++ < MOST_FLOODS) {
            workday.flood();
        }
    }

    /** Refused for a while, then busy for a while, and nothing of what ran runs on. */
    private void restart() {
        Dice dice = world.dice();
        world.ledger().note("SERVER", () -> "restarts");
        world.ledger().happened(Happening.RESTART);
        jobs.restart();
        streams.forget();
        streams.each(stream -> stream.cut(dice.chance(0.2)));
        world.weather().strikesAll(Fault.DOWN);
        world.time().after(VirtualTime.seconds(dice.between(0, 40)), () -> {
            world.weather().asksToWait(retryAfter());
            world.weather().strikesAll(dice.oneOf(Fault.BUSY, Fault.MISSING));
            world.time().after(VirtualTime.seconds(dice.between(0, 40)), this::clear);
        });
    }

    private void revoke() {
        Dice dice = world.dice();
        String next = "token-" + ++tokens;
        world.ledger().note("SERVER", () -> "wants another token");
        world.ledger().happened(Happening.TOKEN_REVOKED);
        world.weather().revokes(next);
        if (dice.chance(0.3)) {
            world.ledger().happened(Happening.TOKEN_SUPPLIER_FAILS);
            world.weather().supplies(null);
        }
        if (dice.chance(0.5)) {
            streams.each(stream -> stream.cut(false));
        }
        world.time()
                .after(
                        VirtualTime.seconds(dice.between(0, 120)),
                        () -> world.weather().supplies(next));
    }

    /** Nothing goes wrong any more; what is ill already may stay so. */
    void heal() {
        world.ledger().note("TROUBLE", () -> "is over for good");
        world.weather().heals();
        if (world.dice().chance(0.5)) {
            streams.each(SimulatedStream::recovers);
        }
    }
}
