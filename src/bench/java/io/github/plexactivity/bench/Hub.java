package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A hub of ten, a hundred and a thousand servers: what each costs at rest, and what an event costs at work. */
final class Hub implements Group {

    private static final List<Integer> SIZES = List.of(10, 100, 1_000);

    /** There before anything is measured: what a virtual machine needs once is not counted. */
    private static final int FIRST = 20;

    private static final Load QUIET = new Load(Wire.EVENT_SOURCE, 0, 1);
    private static final Load BUSY = new Load(Wire.EVENT_SOURCE, 10, 1);
    private static final long WARM_UP = 600_000;
    private static final long BURST = 600_000;

    /** Over all servers. */
    private static final int EVENTS_A_SECOND = 2_000;

    /**
     * What is measured where.
     *
     * @param how as the tables call it
     */
    private record Trial(Lab lab, Options options, Report report, Path home, Idle.Kind kind, String how) {}

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        run(new Trial(lab, options, report, Lab.HERE, Idle.Kind.PLATFORM, "platform threads"));
        Path newer = Idle.newer();
        if (newer != null) {
            run(new Trial(lab, options, report, newer, Idle.Kind.VIRTUAL, "virtual threads on a newer JDK"));
        }
    }

    private static void run(Trial trial) throws IOException {
        StringBuilder table =
                new StringBuilder("| servers | connected and synchronized after, s | platform threads each"
                        + " | sockets each | MiB resident, the whole process | KiB on the heap each | CPU ms each and minute, idle"
                        + " | CPU µs/event at 2,000/s | as fast as it takes them | events/s then |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|\n");
        for (int size : SIZES) {
            if (trial.options.wants(String.valueOf(size))) {
                table.append(measure(trial, size));
            }
        }
        trial.report.table("A hub, " + trial.how, table.toString());
    }

    private static String measure(Trial trial, int size) throws IOException {
        trial.lab.load(QUIET);
        List<String> command = new ArrayList<>(Lab.FLAGS);
        command.addAll(Idle.SLENDER);
        command.addAll(List.of(
                HubServers.class.getName(),
                String.valueOf(trial.lab.port()),
                String.valueOf(trial.kind == Idle.Kind.VIRTUAL)));
        try (Child hub = Child.start(trial.home, command)) {
            hub.ask("add " + FIRST);
            double took = Figures.parse(hub.ask("add " + size / 2)).of("took");
            Figures added = Figures.parse(hub.ask("add " + size / 2));
            took += added.of("took");
            int seconds = trial.options.quick() ? 20 : 60;
            double idle = Figures.parse(hub.ask("rest " + seconds)).of("cpu") / (FIRST + size) / seconds;
            if (size == SIZES.get(SIZES.size() - 1)) {
                limits(trial, added);
            }
            return line(size, took, added, idle * 60) + busy(trial, hub, FIRST + size);
        }
    }

    private static void limits(Trial trial, Figures added) {
        String measure = "hub of 1,000 idle servers, " + trial.how + ": ";
        Idle.Kind kind = trial.kind;
        trial.report.row(new Row(measure + "not connected", Series.of(added.of("missing")), 0, Double.NaN, ""));
        trial.report.row(new Row(measure + "platform threads each", Idle.threads(added), 1, kind.threads, ""));
        trial.report.row(new Row(
                measure + "KiB resident each",
                Idle.resident(added),
                200,
                kind.kibibytes,
                "%.1f of them on the heap".formatted(added.of("heap") / 1024)));
    }

    private static String line(int size, double took, Figures added, double idleNanosAMinute) {
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f | %.2f | %.2f | %.1f | %.1f | %.2f ",
                size,
                took / 1e9,
                added.of("threads"),
                added.of("sockets"),
                added.of("all") / (1 << 20),
                added.of("heap") / 1024,
                idleNanosAMinute / 1e6);
    }

    /** Every server sends the same, at its own pace: what is written is written to all. */
    private static String busy(Trial trial, Child hub, int servers) throws IOException {
        trial.lab.load(BUSY);
        trial.lab.awaitStreams(servers);
        hub.ask("rest 5"); // The lists are read.
        trial.lab.burstToAll(hub, WARM_UP / servers, servers);
        int rate = Math.max(1, EVENTS_A_SECOND / servers);
        Figures paced = trial.lab.paceToAll(hub, (long) rate * (trial.options.quick() ? 5 : 20), rate, servers);
        Figures burst = trial.lab.burstToAll(hub, BURST / servers, servers);
        return String.format(
                Locale.ROOT,
                "| %.1f | %.2f | %,.0f |%n",
                paced.each("cpu", "events") / 1_000,
                burst.each("cpu", "events") / 1_000,
                burst.each("events", "nanos") * 1e9);
    }
}
