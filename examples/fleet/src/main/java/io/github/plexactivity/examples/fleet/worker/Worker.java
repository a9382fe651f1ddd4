package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.state.ServerJson;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.examples.fleet.state.UnreadableRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of the group: follows the servers of the partitions that Kafka assigns to it. One thread runs it; it asks Kafka,
 * takes partitions and gives them away, and has servers followed and left. Each partition it holds has another thread, which
 * publishes ({@link Share}).
 */
final class Worker implements AutoCloseable, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Kafka kafka;
    private final WorkerSettings settings;
    private final Servers servers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private long lookAgain;

    Worker(Kafka kafka, WorkerSettings settings, Servers servers) {
        this.kafka = kafka;
        this.settings = settings;
        this.servers = servers;
        consumer = kafka.member(settings.name());
    }

    /** Works until it is closed, or Kafka refuses for good. */
    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(Set.of(Topics.SERVERS), new Rebalance());
            while (!closing) {
                turn();
            }
        } catch (WakeupException e) {
            // Closing takes it out of its waiting.
        } finally {
            holdings.values().forEach(Holding::drop);
            servers.close();
            ended.countDown();
        }
    }

    private void turn() {
        consumer.poll(TURN).forEach(this::hear);
        holdings.forEach((partition, holding) -> {
            if (!holding.isListed() && consumer.currentLag(topic(partition)).orElse(1) == 0) {
                holding.listed();
            }
            holding.settle();
        });
        if (System.nanoTime() - lookAgain > 0) {
            mend();
            lookAgain = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        Holding holding = holdings.get(record.partition());
        try {
            // A compacted topic takes no record without a key; one that was not compacted before may hold some.
            if (record.key() == null || !ServerRecord.isName(record.key())) {
                LOG.warn(
                        "partition {}: passed over a server whose name is none, at {}",
                        record.partition(),
                        record.offset());
            } else if (record.value() == null) {
                holding.wantNoMore(record.key());
            } else {
                holding.want(record.key(), ServerJson.read(record.value()));
            }
        } catch (UnreadableRecord e) {
            LOG.warn("server {}: passed over its record, {}", record.key(), e.getMessage());
        }
    }

    /**
     * A share that broke off was shut out by another owner, or by Kafka for having been away too long. A commit tells which:
     * Kafka takes it from the member to which the partition is assigned, and from no other.
     */
    private void mend() {
        try {
            for (Map.Entry<Integer, Holding> each : holdings.entrySet()) {
                if (each.getValue().isBroken()) {
                    // The offset means nothing: a partition is read from its beginning each time.
                    consumer.commitSync(Map.of(topic(each.getKey()), new OffsetAndMetadata(0)));
                    each.getValue().resume();
                }
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.info("not known to be ours at present: {}", e.getMessage());
        }
    }

    private static TopicPartition topic(int partition) {
        return new TopicPartition(Topics.SERVERS, partition);
    }

    private Holding hold(int partition) {
        Ledger ledger = new Ledger(settings.name(), settings.keepEndings(), InstantSource.system());
        return new Holding(
                servers,
                ledger,
                settings.mostWaiting(),
                () -> new Share(kafka, partition, ledger, settings.publishEvery()).begin());
    }

    /** Gives all back to Kafka, having published what was heard, and waits until that is done. From any thread. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs in the worker's thread, within a poll. */
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Whatever was committed: what is to be followed is the whole of the partition.
            consumer.seekToBeginning(partitions);
            partitions.forEach(each -> holdings.put(each.partition(), hold(each.partition())));
            LOG.info("holds {}", holdings.keySet());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(each -> holdings.get(each.partition()).finish());
            long until = System.nanoTime() + LAST_WORDS.toNanos();
            for (TopicPartition each : partitions) {
                awaitEnd(holdings.remove(each.partition()).share(), Duration.ofNanos(until - System.nanoTime()));
            }
            LOG.info("holds {}", holdings.keySet());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(each -> holdings.remove(each.partition()).drop());
            LOG.warn("lost {}, holds {}", partitions, holdings.keySet());
        }

        private void awaitEnd(Share share, Duration atMost) {
            try {
                share.awaitEnd(atMost);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                share.abandon();
            }
        }
    }
}
