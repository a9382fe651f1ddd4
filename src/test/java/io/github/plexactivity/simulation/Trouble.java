package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.Optional;

/** All that goes wrong with a server, and on the way to it. */
final class Trouble {

    private final World world;
    private final Jobs jobs;
    private final SimulatedStreams streams;

    Trouble(Stage stage) {
        this.world = stage.world;
        this.jobs = stage.jobs;
        this.streams = stage.streams;
    }

    /** One of the things that befall a connection, or the end of some. */
    void befall() {
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

    /** Nothing answers any more, and what was open breaks off. */
    void outage() {
        world.ledger().note("TROUBLE", () -> "nothing answers");
        world.weather().strikesAll(Fault.DOWN);
        streams.each(stream -> stream.cut(false));
    }

    /** One transport is there no more. */
    void withdraw(Transport transport) {
        world.ledger().note("TROUBLE", () -> transport + " is withdrawn");
        world.weather().strikes(transport, Fault.MISSING);
        streams.each(stream -> stream.cut(false));
    }

    /** What struck so far is over. */
    void clear() {
        world.ledger().note("TROUBLE", () -> "is over");
        for (Transport transport : Transport.values()) {
            world.weather().clears(transport);
        }
        world.weather().slows(0.05);
        world.weather().lags(0);
    }

    /** Refused for a while, then busy for a while, and nothing of what ran runs on. */
    void restart() {
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

    /** The server wants another token, which the user has after a while. */
    void revoke() {
        Dice dice = world.dice();
        String next = world.weather().anotherToken();
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
