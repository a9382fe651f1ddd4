package io.github.plexactivity.examples.fleet.kafka;

import io.github.plexactivity.examples.fleet.state.State;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a partition of the activities from its beginning to where it ends now, as far as it is committed. */
public final class StateReader {
    private static final Duration TURN = Duration.ofMillis(100);

    private final Kafka kafka;

    /**
     * A reader.
     *
     * @param kafka where
     */
    public StateReader(Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Reads. To be called after the producers of former owners are shut out, since what they still committed would be
     * missed otherwise.
     *
     * @param partition which
     * @param given up when this says so
     * @return how its activities stand
     * @throws TimeoutException if Kafka does not answer, or it was given up
     */
    public State read(int partition, BooleanSupplier given) {
        TopicPartition topic = new TopicPartition(Topics.ACTIVITIES, partition);
        State state = new State();
        try (KafkaConsumer<String, byte[]> consumer = kafka.reader()) {
            consumer.assign(Set.of(topic));
            consumer.seekToBeginning(Set.of(topic));
            long end = consumer.endOffsets(Set.of(topic)).get(topic);
            long silentSince = System.nanoTime();
            while (consumer.position(topic) < end) {
                long before = consumer.position(topic);
                for (ConsumerRecord<String, byte[]> record : consumer.poll(TURN)) {
                    state.read(record.key(), record.value());
                }
                if (consumer.position(topic) > before) {
                    silentSince = System.nanoTime();
                }
                boolean silent = System.nanoTime() - silentSince > Kafka.PATIENCE.toNanos();
                if (silent || given.getAsBoolean()) {
                    throw new TimeoutException("the activities of partition " + partition + " could not be read");
                }
            }
        }
        return state;
    }
}
