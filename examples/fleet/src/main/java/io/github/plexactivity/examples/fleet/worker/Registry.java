package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.kafka.Unusable;
import io.github.plexactivity.examples.fleet.state.ServerJson;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Which servers are to be followed, written. Kafka's own partitioner deals them, by their names. */
public final class Registry implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    /**
     * Opens it.
     *
     * @param kafka where
     */
    public Registry(Kafka kafka) {
        producer = kafka.writer();
    }

    /**
     * Adds a server, or changes it.
     *
     * @param server its name
     * @param record where it is
     * @throws Unusable if Kafka does not take it
     */
    public void add(String server, ServerRecord record) {
        write(server, ServerJson.write(record));
    }

    /**
     * Removes a server: it is followed no more.
     *
     * @param server its name
     * @throws Unusable if Kafka does not take it
     */
    public void remove(String server) {
        write(server, null);
    }

    void write(String server, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.SERVERS, server, value)).get();
        } catch (ExecutionException | KafkaException e) {
            throw new Unusable("Kafka did not take the server: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted while waiting for Kafka.", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
