package io.github.plexactivity.examples.fleet.kafka;

import io.github.plexactivity.examples.fleet.state.ActivityJson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one voice of a partition of the activities. Opening it shuts out whoever spoke before and undoes what that one had not
 * committed: this is what makes an ending be told once, whoever believes to own what. Its methods are for one thread, but
 * for {@link #cut()}.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final KafkaProducer<String, byte[]> producer;
    private final int partition;
    private final CountDownLatch cut = new CountDownLatch(1);

    private Publisher(KafkaProducer<String, byte[]> producer, int partition) {
        this.producer = producer;
        this.partition = partition;
    }

    /**
     * Opens it.
     *
     * @param kafka where
     * @param partition of which partition
     * @return the only one that can publish there, until the next is opened
     * @throws KafkaException if Kafka does not answer, or refuses
     */
    public static Publisher open(Kafka kafka, int partition) {
        KafkaProducer<String, byte[]> producer = kafka.owner(partition);
        try {
            producer.initTransactions();
            return new Publisher(producer, partition);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Publishes all of it or nothing, and waits as long as Kafka is away.
     *
     * @param changes in this order
     * @throws KafkaException if it never will: another owner has shut this one out, or Kafka refuses; or it was cut
     */
    public void publish(List<Change> changes) {
        boolean committed = false;
        while (!committed) {
            try {
                attempt(changes);
                committed = true;
            } catch (KafkaException e) {
                // Tells a passing trouble from a lasting one: after the latter it cannot be done.
                patiently(producer::abortTransaction);
                LOG.warn("partition {}: nothing could be published, trying again: {}", partition, e.getMessage());
                awaitCut();
            }
        }
    }

    private boolean awaitCut() {
        try {
            return cut.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void attempt(List<Change> changes) {
        producer.beginTransaction();
        for (Change change : changes) {
            byte[] value = change.record().map(ActivityJson::write).orElse(null);
            producer.send(new ProducerRecord<>(
                    Topics.ACTIVITIES, partition, change.key().text(), value));
        }
        patiently(producer::commitTransaction);
    }

    /** After a time-out the same call has to be made again: it is not known what became of it. */
    private void patiently(Runnable call) {
        while (true) {
            try {
                call.run();
                return;
            } catch (TimeoutException e) {
                if (isCut()) {
                    throw e;
                }
            }
        }
    }

    /** Has it give up whatever it waits for, without a further word. From any thread. */
    public void cut() {
        cut.countDown();
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close(isCut() ? Duration.ZERO : Kafka.PATIENCE);
    }

    private boolean isCut() {
        return cut.getCount() == 0;
    }
}
