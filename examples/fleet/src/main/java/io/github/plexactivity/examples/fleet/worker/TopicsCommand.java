package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Topics;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the topics. */
@Command(name = "topics", header = "Makes the two topics, " + Topics.SERVERS + " and " + Topics.ACTIVITIES + ".")
public final class TopicsCommand implements Runnable {
    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "24",
            description =
                    "How many each has, for good; no more workers than that share the work. ${DEFAULT-VALUE} unless said.")
    private int partitions;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many brokers keep each record; ${DEFAULT-VALUE} unless said otherwise.")
    private int replicas;

    @Override
    public void run() {
        new Topics(kafka.kafka()).create(partitions, replicas, Map.of());
    }
}
