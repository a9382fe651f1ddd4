package io.github.plexactivity.examples.fleet.worker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a server. */
@Command(name = "remove", header = "Has a server followed no more.")
public final class RemoveCommand implements Runnable {
    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Override
    public void run() {
        try (Registry registry = new Registry(kafka.kafka())) {
            registry.remove(name);
        }
    }
}
