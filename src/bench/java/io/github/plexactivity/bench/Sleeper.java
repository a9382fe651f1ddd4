package io.github.plexactivity.bench;

import io.github.plexactivity.bench.Lab.Setup;
import java.io.IOException;
import java.util.List;

/** A listener that sleeps in every call: what the heap and the other listener notice of it. */
final class Sleeper implements Group {

    private static final Load MANY = new Load(Wire.EVENT_SOURCE, 1_000, 1);
    private static final Setup ALONE = Setup.of("monitor", Pipeline.Kind.MONITOR, MANY);
    private static final Setup BESIDE =
            new Setup("monitor, another listener sleeps", Pipeline.Kind.MONITOR, MANY, 1, 400);
    private static final int EACH_SECOND = 100_000;

    /** Bursts warm up other ways than events that come in small numbers: these are compiled only now. */
    private static final long WARM_UP = 5L * EACH_SECOND;

    private static final int MOST_ROUNDS = 3;
    private static final double MEGABYTE = 1 << 20;

    private final Results results = new Results();
    private final Series growth = new Series();

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        for (int round = 0; round < Math.min(MOST_ROUNDS, options.rounds()); round++) {
            for (Setup setup : List.of(ALONE, BESIDE)) {
                measure(lab, setup, options);
            }
        }
        report.row(new Row(
                "a listener sleeps 400 ms a call, 1 million updates: the heap's growth, MB",
                growth,
                1,
                Double.NaN,
                ""));
        Series alone = results.of(ALONE, figures -> figures.of("p99") / 1_000);
        Series beside = results.of(BESIDE, figures -> figures.of("p99") / 1_000);
        report.row(new Row(
                "the same: p99 of the other listener ÷ p99 without the sleeper",
                beside.over(alone),
                2,
                Double.NaN,
                "at 100,000/s: " + beside + " µs, without it " + alone));
    }

    private void measure(Lab lab, Setup setup, Options options) throws IOException {
        try (Child subject = lab.open(setup)) {
            double before = lab.burst(subject, options.warmUp(), 0).of("total");
            before = lab.pace(subject, WARM_UP, EACH_SECOND, before).of("total");
            double heap = Figures.parse(subject.ask("heap")).of("heap");
            results.add(setup, lab.pace(subject, options.updates(), EACH_SECOND, before));
            if (setup.sleepMillis() > 0) {
                growth.add((Figures.parse(subject.ask("heap")).of("heap") - heap) / MEGABYTE);
            }
        }
    }
}
