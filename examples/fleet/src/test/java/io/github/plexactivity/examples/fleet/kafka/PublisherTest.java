package io.github.plexactivity.examples.fleet.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.plexactivity.examples.fleet.demo.Broker;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.Samples;
import io.github.plexactivity.examples.fleet.state.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's part of it, by a real broker. Each test has a partition of its own. */
class PublisherTest {
    private static Broker broker;
    private static Kafka kafka;

    @BeforeAll
    static void start(@TempDir Path files) {
        broker = Broker.start(files);
        kafka = broker.kafka();
        new Topics(kafka).create(4, 1, Map.of());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Change change(ActivityRecord record) {
        return new Change(record.key(), Optional.of(record));
    }

    private static State state(int partition) {
        return new StateReader(kafka).read(partition, () -> false);
    }

    @Test
    void whoeverOpensItLastIsTheOnlyOneWhoCanPublish() {
        try (Publisher zombie = Publisher.open(kafka, 0)) {
            zombie.publish(List.of(change(Samples.live("s", "u", 10))));
            try (Publisher owner = Publisher.open(kafka, 0)) {
                owner.publish(List.of(change(Samples.ended("s", "u", Samples.NOON))));
                assertThatExceptionOfType(KafkaException.class)
                        .isThrownBy(() -> zombie.publish(List.of(change(Samples.live("s", "u", 50)))));
                owner.publish(List.of(change(Samples.live("s", "v", 50))));
            }
        }
        assertThat(state(0).live()).containsExactly(Samples.live("s", "v", 50));
        assertThat(state(0).over()).containsExactly(new ActivityKey("s", "u"));
    }

    @Test
    void whatAnOwnerDidNotCommitIsNeverRead() {
        try (KafkaProducer<String, byte[]> killed = kafka.owner(1)) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(Topics.ACTIVITIES, 1, "s/u", new byte[] {1}));
            killed.flush();
            try (Publisher next = Publisher.open(kafka, 1)) {
                next.publish(List.of(change(Samples.live("s", "v", 1))));
            }
            killed.close(java.time.Duration.ZERO);
        }
        assertThat(state(1).live()).containsExactly(Samples.live("s", "v", 1));
        assertThat(state(1).unreadable()).isZero();
    }

    @Test
    void aTombstoneForgets() {
        try (Publisher publisher = Publisher.open(kafka, 2)) {
            publisher.publish(List.of(change(Samples.live("s", "u", 1)), change(Samples.live("s", "v", 1))));
            publisher.publish(List.of(new Change(new ActivityKey("s", "u"), Optional.empty())));
        }
        assertThat(state(2).live()).containsExactly(Samples.live("s", "v", 1));
    }

    @Test
    void recordsOfOthersThatCannotBeUnderstoodAreCounted() {
        try (KafkaProducer<String, byte[]> stranger = kafka.writer()) {
            stranger.send(new ProducerRecord<>(Topics.ACTIVITIES, 3, "s/u", new byte[] {1, 2}));
            stranger.send(new ProducerRecord<>(Topics.ACTIVITIES, 3, "nonsense", new byte[] {1, 2}));
        }
        assertThat(state(3).unreadable()).isEqualTo(2);
        assertThat(state(3).live()).isEmpty();
    }

    @Test
    void theTopicsAreSaidToBeThereAlready() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> new Topics(kafka).create(4, 1, Map.of()))
                .withMessage("A topic is there already: plex.servers or plex.activities.");
        assertThat(new Topics(kafka).check()).isEqualTo(4);
    }
}
