package io.github.plexactivity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package, and tells their scores in one line. */
public final class MicroRuns {

    /** What follows a benchmark's name where bytes are told, and not microseconds. */
    static final String BYTES = ".bytes";

    private MicroRuns() {}

    /** How many times each is measured, and in how many processes. */
    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .include(MicroRuns.class.getPackageName() + "\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(Integer.parseInt(args[0]))
                .measurementTime(TimeValue.seconds(1))
                .forks(Integer.parseInt(args[1]))
                .jvmArgs(Lab.FLAGS.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .build();
        List<String> scores = new ArrayList<>();
        var format = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        for (RunResult run : new Runner(options, format).run()) {
            String benchmark = run.getParams().getBenchmark();
            String name = benchmark.substring(MicroRuns.class.getPackageName().length() + 1);
            scores.add(name + "=" + run.getPrimaryResult().getScore());
            run.getSecondaryResults().forEach((label, result) -> addBytes(scores, name, label, result));
        }
        System.out.println(String.join(" ", scores));
    }

    private static void addBytes(List<String> scores, String name, String label, Result<?> result) {
        if (label.endsWith("gc.alloc.rate.norm")) {
            scores.add(name + BYTES + "=" + result.getScore());
        }
    }
}
