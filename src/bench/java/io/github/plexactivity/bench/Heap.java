package io.github.plexactivity.bench;

import io.github.plexactivity.bench.Lab.Setup;
import java.io.IOException;

/** What a live activity keeps on the heap, listed and told by the stream: with 100,000 of them, less with none. */
final class Heap implements Group {

    private static final int ACTIVITIES = 100_000;
    private static final int MOST_ROUNDS = 2;

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        Series ours = new Series();
        Series naive = new Series();
        for (int round = 0; round < Math.min(MOST_ROUNDS, options.rounds()); round++) {
            ours.add(each(lab, Pipeline.Kind.MONITOR));
            naive.add(each(lab, Pipeline.Kind.NAIVE));
        }
        report.row(
                new Row("heap per live activity at 100,000, bytes", ours, 400, 300, "the naive pipeline's: " + naive));
    }

    private static double each(Lab lab, Pipeline.Kind kind) throws IOException {
        return (heap(lab, kind, ACTIVITIES) - heap(lab, kind, 0)) / ACTIVITIES;
    }

    private static double heap(Lab lab, Pipeline.Kind kind, int activities) throws IOException {
        Load load = new Load(Wire.EVENT_SOURCE, activities, 1);
        try (Child subject = lab.open(Setup.of("heap", kind, load))) {
            if (activities > 0) {
                lab.burst(subject, load.events(), 0);
            }
            return Figures.parse(subject.ask("heap")).of("heap");
        }
    }
}
