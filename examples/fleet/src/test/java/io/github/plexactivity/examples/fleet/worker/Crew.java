package io.github.plexactivity.examples.fleet.worker;

import static org.awaitility.Awaitility.await;

import io.github.plexactivity.examples.fleet.demo.Broker;
import io.github.plexactivity.examples.fleet.demo.Log;
import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.StateReader;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.examples.fleet.state.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;

/** A broker, and workers in this process whose servers are scripted. */
final class Crew implements AutoCloseable {
    static final int PARTITIONS = 4;

    private final Broker broker;
    final Kafka kafka;
    final Registry registry;
    private final List<Worker> workers = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    Crew(Path files) {
        broker = Broker.start(files);
        kafka = broker.kafka();
        new Topics(kafka).create(PARTITIONS, 1, Map.of());
        registry = new Registry(kafka);
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
    }

    ScriptedServers work(String name) {
        ScriptedServers servers = new ScriptedServers();
        Worker worker = worker(name, servers);
        Thread thread = new Thread(worker, name);
        thread.setDaemon(true);
        thread.start();
        return servers;
    }

    private Worker worker(String name, ScriptedServers servers) {
        Worker worker =
                new Worker(kafka, new WorkerSettings(name, Duration.ofMillis(50), Duration.ofMinutes(5), 100), servers);
        workers.add(worker);
        return worker;
    }

    /** Has one of the workers that are left, in the order in which they began, leave in good order. */
    void dismiss(int index) {
        workers.remove(index).close();
    }

    /** All leave, and nothing is left to follow. */
    void dismissAll() {
        workers.forEach(Worker::close);
        workers.clear();
        added.forEach(registry::remove);
        added.clear();
    }

    void add(String server, String address) {
        added.add(server);
        registry.add(server, new ServerRecord(URI.create(address), Optional.empty()));
    }

    void whileKafkaIsAway(Runnable happening) {
        broker.stop();
        try {
            happening.run();
        } finally {
            broker.start();
        }
    }

    List<State> states() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new StateReader(kafka).read(partition, () -> false))
                .toList();
    }

    long endOfServers(int partition) {
        TopicPartition topic = new TopicPartition(Topics.SERVERS, partition);
        try (KafkaConsumer<String, byte[]> reader = kafka.reader()) {
            return reader.endOffsets(Set.of(topic)).get(topic);
        }
    }

    /** All that was ever committed of an activity, but for tombstones. */
    List<ActivityRecord> story(ActivityKey key) {
        try (Log log = new Log(kafka, PARTITIONS)) {
            return log.readOn().stories().get(key).stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
