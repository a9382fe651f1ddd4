package io.github.plexactivity.bench;

import static io.github.plexactivity.bench.Pipeline.Kind.BARE_EVENT_SOURCE;
import static io.github.plexactivity.bench.Pipeline.Kind.BARE_WEB_SOCKET;
import static io.github.plexactivity.bench.Pipeline.Kind.MONITOR;
import static io.github.plexactivity.bench.Pipeline.Kind.NAIVE;
import static io.github.plexactivity.bench.Pipeline.Kind.RAW_SOCKET;

import io.github.plexactivity.bench.Lab.Setup;
import java.io.IOException;
import java.util.List;

/** What an event costs when they come as fast as they are taken: processor time of the whole process, and bytes allocated. */
final class Throughput implements Group {

    private static final Load MANY = new Load(Wire.EVENT_SOURCE, 1_000, 1);
    private static final Load OTHERS = new Load(Wire.EVENT_SOURCE, 1_000, 4);
    private static final Load MESSAGES = new Load(Wire.WEB_SOCKET, 1_000, 1);

    private static final Setup SOCKET = Setup.of("raw socket, line scan", RAW_SOCKET, MANY);
    private static final Setup BARE = Setup.of("bare okhttp-eventsource", BARE_EVENT_SOURCE, MANY);
    private static final Setup NAIVE_ONE = Setup.of("naive, one thread", NAIVE, MANY);
    private static final Setup OURS = Setup.of("monitor", MONITOR, MANY);
    private static final Setup ELEVEN = new Setup("monitor, 11 listeners", MONITOR, MANY, 11, 0);
    private static final Setup FEW = Setup.of("monitor, 10 activities", MONITOR, new Load(Wire.EVENT_SOURCE, 10, 1));
    private static final Setup MOST =
            Setup.of("monitor, 100,000 activities", MONITOR, new Load(Wire.EVENT_SOURCE, 100_000, 1));
    private static final Setup NAIVE_FEW = Setup.of("naive, 10 activities", NAIVE, new Load(Wire.EVENT_SOURCE, 10, 1));
    private static final Setup NAIVE_MOST =
            Setup.of("naive, 100,000 activities", NAIVE, new Load(Wire.EVENT_SOURCE, 100_000, 1));
    private static final Setup BARE_OTHERS =
            Setup.of("bare okhttp-eventsource, one activity in four", BARE_EVENT_SOURCE, OTHERS);
    private static final Setup OURS_OTHERS = Setup.of("monitor, one activity in four", MONITOR, OTHERS);
    private static final Setup BARE_MESSAGES = Setup.of("bare Java-WebSocket", BARE_WEB_SOCKET, MESSAGES);
    private static final Setup OURS_MESSAGES = Setup.of("monitor over WebSocket", MONITOR, MESSAGES);

    private static final List<Setup> ALL = List.of(
            SOCKET,
            BARE,
            NAIVE_ONE,
            OURS,
            ELEVEN,
            FEW,
            MOST,
            NAIVE_FEW,
            NAIVE_MOST,
            BARE_OTHERS,
            OURS_OTHERS,
            BARE_MESSAGES,
            OURS_MESSAGES);

    private final Results results = new Results();

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        for (int round = 0; round < options.rounds(); round++) {
            for (Setup setup : ALL) {
                if (options.wants(setup.name())) {
                    measure(lab, setup, options);
                }
            }
        }
        table(report);
        if (options.wantsAll()) {
            rows(report);
        }
    }

    private void measure(Lab lab, Setup setup, Options options) throws IOException {
        try (Child subject = lab.open(setup)) {
            Figures warm = lab.burst(subject, options.warmUp(), 0);
            results.add(setup, lab.burst(subject, options.events(), warm.of("total")));
        }
    }

    private Series micros(Setup setup) {
        return results.of(setup, figures -> figures.each("cpu", "events") / 1_000);
    }

    private Series bytes(Setup setup) {
        return results.of(setup, figures -> figures.each("allocated", "events"));
    }

    private void rows(Report report) {
        report.row(new Row(
                "CPU per event, EventSource, 1,000 activities, one listener, ÷ bare okhttp-eventsource",
                micros(OURS).over(micros(BARE)),
                3.5,
                2.2,
                ""));
        report.row(new Row(
                "the same with one activity frame in four",
                micros(OURS_OTHERS).over(micros(BARE_OTHERS)),
                1.8,
                1.4,
                ""));
        report.row(new Row(
                "CPU per event, WebSocket, ÷ bare Java-WebSocket",
                micros(OURS_MESSAGES).over(micros(BARE_MESSAGES)),
                2.0,
                1.6,
                ""));
        report.row(new Row("allocation per event, EventSource, bytes", bytes(OURS), 1_000, 650, ""));
        report.row(new Row(
                "CPU per event with 100,000 live activities ÷ with 10",
                micros(MOST).over(micros(FEW)),
                2.8,
                1.8,
                ""));
        report.row(new Row(
                "CPU per event for each further listener, µs",
                micros(ELEVEN).with(micros(OURS), (eleven, one) -> (eleven - one) / 10),
                0.15,
                0.05,
                ""));
    }

    private void table(Report report) {
        StringBuilder table = new StringBuilder(
                "| pipeline | CPU µs/event | × bare | bytes/event | callbacks/event | waits/event | events/s |\n|---|---|---|---|---|---|---|\n");
        for (Setup setup : ALL) {
            if (results.has(setup)) {
                Setup bare = setup.load().wire() == Wire.WEB_SOCKET ? BARE_MESSAGES : BARE;
                table.append("| ")
                        .append(setup.name())
                        .append(" | ")
                        .append(micros(setup))
                        .append(" | ");
                table.append(results.has(bare) ? micros(setup).over(micros(bare)) : "")
                        .append(" | ");
                table.append(bytes(setup)).append(" | ");
                table.append(results.of(setup, figures -> figures.each("calls", "events")))
                        .append(" | ");
                table.append(results.of(setup, figures -> figures.each("waits", "events")))
                        .append(" | ");
                table.append(results.of(setup, figures -> figures.each("events", "nanos") * 1e9))
                        .append(" |\n");
            }
        }
        report.table("What an event costs", table.toString());
    }
}
