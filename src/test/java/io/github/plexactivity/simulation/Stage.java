package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.internal.runtime.Outside;
import io.github.plexactivity.internal.runtime.Settings;
import io.github.plexactivity.internal.runtime.Tokens;

/** A monitor before a simulated server, in fair weather until somebody changes it; nothing happens until time passes. */
final class Stage {

    /** So many endings as no run has. */
    static final int MANY = 1_000;

    private static final int OPENS_A_MINUTE = 60;
    private static final int LISTS_A_MINUTE = 120;

    final VirtualTime time;
    final Ledger ledger;
    final Dice dice;
    final Settings settings;
    final Weather weather;
    final VirtualLoop loop;
    final VirtualExecutor executor;
    final World world;
    final Rate opens;
    final Rate lists;
    final Jobs jobs;
    final Workday workday;
    final Lists listed;
    final SimulatedApi api;
    final SimulatedStreams streams;
    final Engine engine;
    private final Server server;
    private final Invariants invariants;

    Stage(Ledger ledger, Dice dice, Settings settings, VirtualExecutor.Pace pace) {
        this(
                settings,
                new VirtualExecutor(ledger.time(), dice.split(), pace),
                new Server(ledger, dice, settings.maxActivities() < MANY));
    }

    private Stage(Settings settings, VirtualExecutor executor, Server server) {
        this.server = server;
        this.ledger = server.ledger;
        this.dice = server.dice;
        this.time = ledger.time();
        this.settings = settings;
        this.executor = executor;
        weather = server.weather;
        jobs = server.jobs;
        workday = server.workday;
        loop = new VirtualLoop(time, ledger);
        Tokens tokens = Tokens.from(weather::token);
        world = new World(
                time,
                dice,
                ledger,
                weather,
                jobs,
                () -> engine().activities(),
                () -> engine().status(),
                () -> String.valueOf(tokens.current()));
        opens = new Rate(time, ledger, "more than " + OPENS_A_MINUTE + " streams in a minute", OPENS_A_MINUTE);
        lists = new Rate(time, ledger, "more than " + LISTS_A_MINUTE + " lists in a minute", LISTS_A_MINUTE);
        listed = new Lists(world, (uuid, asked) -> streams().hasToldLately(uuid, asked));
        api = new SimulatedApi(world, workday, settings.connectTimeout().toNanos(), lists, listed);
        streams = new SimulatedStreams(world, api::isCancelUnderWay, opens);
        server.isHeardBy(streams::says);
        Outside outside = new Outside(loop, streams, api, dice.split().generator()::nextDouble);
        engine = new Engine(settings, outside, tokens, executor);
        invariants = new Invariants(this);
    }

    /** The monitor of another process, before the same server. */
    Stage next(VirtualExecutor.Pace pace) {
        return new Stage(settings, new VirtualExecutor(time, dice.split(), pace), server);
    }

    private Engine engine() {
        return engine;
    }

    private SimulatedStreams streams() {
        return streams;
    }

    /** Lets time pass; whatever happens, the rules of every moment are checked after it. */
    void pass(long duration) {
        invariants.check();
        time.pass(duration, invariants::check);
    }

    void pass(double seconds) {
        pass(VirtualTime.seconds(seconds));
    }
}
