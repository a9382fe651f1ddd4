package io.github.plexactivity.bench;

import io.github.plexactivity.bench.Lab.Setup;
import java.io.IOException;
import java.util.List;

/** From the moment before the sender writes an event to the callback that tells it, at rates that leave time to rest. */
final class Latency implements Group {

    private static final Load MANY = new Load(Wire.EVENT_SOURCE, 1_000, 1);
    private static final Setup BARE = Setup.of("bare okhttp-eventsource", Pipeline.Kind.BARE_EVENT_SOURCE, MANY);
    private static final Setup NAIVE = Setup.of("naive, one thread", Pipeline.Kind.NAIVE, MANY);
    private static final Setup OURS = Setup.of("monitor", Pipeline.Kind.MONITOR, MANY);
    private static final List<Setup> ALL = List.of(BARE, NAIVE, OURS);
    private static final int SLOW = 1_000;
    private static final int FAST = 20_000;

    /** Bursts warm up other ways than events that come one by one: these are compiled only now. */
    private static final long FAST_WARM_UP = 5L * FAST;

    private final Results slow = new Results();
    private final Results fast = new Results();

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        for (int round = 0; round < options.rounds(); round++) {
            for (Setup setup : ALL) {
                measure(lab, setup, options);
            }
        }
        report.table(
                "How long an event is on its way",
                table("p50 at 1,000/s, µs | p99 | p50 at 20,000/s | p99")
                        .append(line(BARE))
                        .append(line(NAIVE))
                        .append(line(OURS))
                        .toString());
        report.row(new Row(
                "wire to callback at 1,000/s, p50 ÷ bare",
                micros(slow, OURS, "p50").over(micros(slow, BARE, "p50")),
                3,
                2,
                ""));
        report.row(new Row(
                "wire to callback at 20,000/s, p99 ÷ bare",
                micros(fast, OURS, "p99").over(micros(fast, BARE, "p99")),
                3,
                2,
                ""));
    }

    private void measure(Lab lab, Setup setup, Options options) throws IOException {
        int seconds = options.seconds();
        try (Child subject = lab.open(setup)) {
            double before = lab.burst(subject, options.warmUp(), 0).of("total");
            before = lab.pace(subject, SLOW, SLOW, before).of("total");
            Figures resting = lab.pace(subject, (long) SLOW * seconds, SLOW, before);
            slow.add(setup, resting);
            before = lab.pace(subject, FAST_WARM_UP, FAST, resting.of("total")).of("total");
            fast.add(setup, lab.pace(subject, (long) FAST * seconds, FAST, before));
        }
    }

    private static Series micros(Results results, Setup setup, String percentile) {
        return results.of(setup, figures -> figures.of(percentile) / 1_000);
    }

    private static StringBuilder table(String columns) {
        return new StringBuilder("| pipeline | " + columns + " |\n|---|---|---|---|---|\n");
    }

    private String line(Setup setup) {
        return "| " + setup.name() + " | " + micros(slow, setup, "p50") + " | " + micros(slow, setup, "p99") + " | "
                + micros(fast, setup, "p50") + " | " + micros(fast, setup, "p99") + " |\n";
    }
}
