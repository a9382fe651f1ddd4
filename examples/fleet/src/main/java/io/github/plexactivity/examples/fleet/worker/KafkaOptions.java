package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Unusable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where Kafka is. */
final class KafkaOptions {
    @Option(
            names = {"-k", "--kafka"},
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Brokers to begin with, separated by commas; ${DEFAULT-VALUE} unless said otherwise.")
    private String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "What else Kafka's clients are to be told, for example how they log in.")
    private Path file;

    Kafka kafka() {
        return new Kafka(bootstrap, file == null ? Map.of() : properties());
    }

    /** Nothing of it is repeated in a message: it may hold a password. */
    private Map<String, String> properties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("The file of properties cannot be read: is it there, and yours to read?", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
