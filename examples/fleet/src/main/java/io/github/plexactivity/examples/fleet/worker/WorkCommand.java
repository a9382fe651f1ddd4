package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A worker, until it is told to end. */
@Command(
        name = "work",
        header = "Follows its share of the servers until it is ended.",
        description = {"", "A time looks like 0.1s, 20s, 5m or 1h."})
public final class WorkCommand implements Runnable {
    private static final int MOST_WAITING = 100_000;

    @Mixin
    private KafkaOptions options;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What it calls itself in what it publishes; by default after its process.")
    private String name = "worker-" + ProcessHandle.current().pid();

    @Option(
            names = "--tokens",
            paramLabel = "DIRECTORY",
            defaultValue = "/run/secrets",
            description = "Where the servers' tokens are, a file each; ${DEFAULT-VALUE} unless said otherwise.")
    private Path tokens;

    @Option(
            names = "--publish-every",
            paramLabel = "TIME",
            defaultValue = "0.1s",
            description = "How long changes are gathered for one transaction; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration publishEvery;

    @Option(
            names = "--keep-endings",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "How long an ending is kept before it is forgotten; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration keepEndings;

    @Option(
            names = "--call-every",
            paramLabel = "TIME",
            defaultValue = "0.02s",
            description = "How long after one server the next may be called; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration callEvery;

    @Override
    public void run() {
        Kafka kafka = options.kafka();
        new Topics(kafka).check();
        HubServers servers = new HubServers(new Tokens(tokens), callEvery);
        Worker worker = new Worker(kafka, new WorkerSettings(name, publishEvery, keepEndings, MOST_WAITING), servers);
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "fleet-close"));
        worker.run();
    }
}
