package io.github.plexactivity.examples.fleet.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demonstration as a command. */
@Command(
        name = "demo",
        header = "Kills a worker of a fleet of fake servers, and shows that no ending is lost or told twice.",
        description = {"", "Needs nothing but this machine: Kafka and the servers run in this process, on free ports."})
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--servers",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many; ${DEFAULT-VALUE} unless said otherwise.")
    private int servers;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "How much happens on them, all together, in a second; ${DEFAULT-VALUE} unless said otherwise.")
    private int changes;

    @Option(
            names = "--calm",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "How long it goes on before and after the hand-over; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration calm;

    @Option(names = "--quiet", description = "Only the table in the end.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        Path files = Files.createTempDirectory("fleet-");
        try (Demonstration demonstration = new Demonstration(files, servers, System.nanoTime(), this::tell)) {
            Result result = demonstration.run(changes, calm);
            System.out.println(result.table());
            return result.verdict().isGood() ? 0 : 1;
        } finally {
            delete(files);
        }
    }

    private void tell(String line) {
        if (!quiet) {
            System.out.println(line);
        }
    }

    private static void delete(Path files) throws Exception {
        try (Stream<Path> all = Files.walk(files)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        }
    }
}
