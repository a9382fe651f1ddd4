package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.kafka.Change;
import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Publisher;
import io.github.plexactivity.examples.fleet.kafka.StateReader;
import io.github.plexactivity.examples.fleet.state.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition being owned: a thread that shuts out the owner before, reads how the activities stand, and from then on
 * publishes what the ledger has to say. It ends when told to, or when it can publish no more; then another may be begun on
 * the same ledger.
 */
final class Share {
    private static final Logger LOG = LoggerFactory.getLogger(Share.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private enum Phase {
        OPENING,
        OPEN,
        BROKEN
    }

    private final Kafka kafka;
    private final int partition;
    private final Ledger ledger;
    private final Duration publishEvery;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean abandoned;
    private volatile Phase phase = Phase.OPENING;
    private volatile Publisher voice;

    Share(Kafka kafka, int partition, Ledger ledger, Duration publishEvery) {
        this.kafka = kafka;
        this.partition = partition;
        this.ledger = ledger;
        this.publishEvery = publishEvery;
        thread = new Thread(this::run, "fleet-partition-" + partition);
        thread.setDaemon(true);
    }

    Share begin() {
        thread.start();
        return this;
    }

    private void run() {
        try (Publisher publisher = Publisher.open(kafka, partition)) {
            voice = publisher;
            State state = new StateReader(kafka).read(partition, this::isOver);
            ledger.begin(state);
            tell(state);
            phase = Phase.OPEN;
            publish(publisher);
        } catch (InterruptedException | RuntimeException e) {
            // Of one that was abandoned, or told to end before it began, nothing is expected.
            if (!abandoned && (phase == Phase.OPEN || !isOver())) {
                LOG.warn("partition {}: published no further, {}", partition, e.toString());
            }
        } finally {
            phase = Phase.BROKEN;
        }
    }

    private void tell(State state) {
        LOG.info(
                "partition {}: taken over, {} live, {} over",
                partition,
                state.live().size(),
                state.over().size());
        if (state.unreadable() > 0) {
            LOG.warn("partition {}: passed over {} records that cannot be understood", partition, state.unreadable());
        }
    }

    /** A transaction for what came meanwhile, and none while nothing does. */
    private void publish(Publisher publisher) throws InterruptedException {
        while (!over.await(publishEvery.toNanos(), TimeUnit.NANOSECONDS)) {
            say(publisher, ledger.take(LOOK));
        }
        List<Change> rest = ledger.take(Duration.ZERO);
        while (!rest.isEmpty() && !abandoned) {
            say(publisher, rest);
            rest = ledger.take(Duration.ZERO);
        }
    }

    private void say(Publisher publisher, List<Change> changes) {
        if (!changes.isEmpty() && !abandoned) {
            publisher.publish(changes);
            ledger.said();
        }
    }

    /** Whether it has read how the activities stand, and publishes. */
    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    boolean isBroken() {
        return phase == Phase.BROKEN;
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    /** Tells it to say what there is still to say, and end. */
    void finish() {
        over.countDown();
    }

    /** Waits a while until it has ended, and then no longer. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
        if (thread.isAlive()) {
            abandon();
        }
    }

    /** Ends it without a further word. */
    void abandon() {
        abandoned = true;
        over.countDown();
        Publisher speaking = voice;
        if (speaking != null) {
            speaking.cut();
        }
    }
}
