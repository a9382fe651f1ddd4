package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.state.ActivityJson;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Every record that was ever committed to the activities, in the order of each: for those who doubt. */
public final class Log implements AutoCloseable {
    private final Map<ActivityKey, List<Optional<ActivityRecord>>> stories = new LinkedHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private int records;

    /**
     * At its beginning.
     *
     * @param kafka where
     * @param partitionCount how many there are
     */
    public Log(Kafka kafka, int partitionCount) {
        consumer = kafka.reader();
        partitions = new ArrayList<>();
        for (int partition = 0; partition < partitionCount; partition++) {
            partitions.add(new TopicPartition(Topics.ACTIVITIES, partition));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads on to where it ends now.
     *
     * @return this
     */
    public Log readOn() {
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::add);
            }
        });
        return this;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        records++;
        stories.computeIfAbsent(ActivityKey.read(record.key()), key -> new ArrayList<>())
                .add(Optional.ofNullable(record.value()).map(ActivityJson::read));
    }

    /** {@return what was said of each activity, oldest first; nothing is a tombstone} */
    public Map<ActivityKey, List<Optional<ActivityRecord>>> stories() {
        return stories;
    }

    int records() {
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
