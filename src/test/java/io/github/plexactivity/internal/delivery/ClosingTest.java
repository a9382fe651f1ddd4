package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Told told = new Told();

    @Test
    void whatWaitsWhenARegistrationIsClosedIsNotTold() {
        Mailbox mailbox = loop.listen(told);
        loop.push(started("a", 0));
        mailbox.close();
        loop.push(ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void aRegistrationMayBeClosedInsideItsOwnCallback() {
        Mailbox mailbox = loop.listen(told);
        told.during(line -> mailbox.close());
        loop.push(started("a", 0), ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Mailbox mailbox = loop.listen(told);
        mailbox.close();
        mailbox.close();
        loop.push(started("a", 0));
        assertThat(callbacks.taken()).isZero();
    }

    @Test
    void closingOneRegistrationLeavesTheOthers() {
        Told other = new Told();
        Mailbox mailbox = loop.listen(told);
        loop.listen(other);
        mailbox.close();
        loop.push(started("a", 0));
        callbacks.runAll();
        assertThat(other.lines()).containsExactly("started a0");
    }

    @Test
    void aListenerRegisteredTwiceIsToldTwice() {
        loop.listen(told);
        loop.listen(told).close();
        loop.push(started("a", 0));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0");
    }

    @Test
    void aListenerAddedInsideACallbackIsToldWhatComesAfter() {
        Told other = new Told();
        loop.listen(told.during(line -> {
            if (line.equals("started a0")) {
                loop.listen(other);
            }
        }));
        loop.push(started("a", 0));
        callbacks.runAll();
        loop.push(started("b", 0));
        callbacks.runAll();
        assertThat(other.lines()).containsExactly("started b0");
    }

    @Test
    void afterTheDispatcherIsClosedNothingIsTold() {
        loop.listen(told);
        loop.push(started("a", 0));
        loop.close();
        loop.push(ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void theDispatcherMayBeClosedInsideACallback() {
        loop.listen(told.during(line -> loop.close()));
        loop.push(started("a", 0), ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0");
    }

    @Test
    void aListenerAddedToAClosedDispatcherIsToldNothing() {
        loop.close();
        loop.listen(told);
        loop.push(started("a", 0));
        callbacks.runAll();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void aClosedRegistrationHoldsOnToNoListener() {
        List<Mailbox> held = new ArrayList<>();
        WeakReference<Told> listener = listenAndPush(held);
        held.get(0).close();
        Awaitility.await().until(() -> {
            System.gc();
            return listener.get() == null;
        });
        assertThat(callbacks.isIdle()).as("a turn still holds the mailbox").isFalse();
    }

    @Test
    void aClosedRegistrationHoldsOnToNothingThatWaited() {
        Mailbox mailbox = loop.listen(told);
        WeakReference<String> uuid = pushOne();
        mailbox.close();
        Awaitility.await().until(() -> {
            System.gc();
            return uuid.get() == null;
        });
        assertThat(callbacks.isIdle()).as("a turn still holds the mailbox").isFalse();
    }

    @Test
    void theDispatcherHoldsOnToNoClosedRegistration() {
        WeakReference<Mailbox> mailbox = listenAndClose();
        Awaitility.await().until(() -> {
            System.gc();
            return mailbox.get() == null;
        });
        loop.push(started("a", 0));
        assertThat(told.lines()).isEmpty();
    }

    private WeakReference<Mailbox> listenAndClose() {
        Mailbox mailbox = loop.listen(told);
        mailbox.close();
        return new WeakReference<>(mailbox);
    }

    private WeakReference<String> pushOne() {
        String uuid = "some".concat("uuid"); // an object of its own
        loop.push(started(uuid, 0));
        return new WeakReference<>(uuid);
    }

    private WeakReference<Told> listenAndPush(List<Mailbox> held) {
        Told listener = new Told();
        held.add(loop.listen(listener));
        loop.push(started("a", 0));
        return new WeakReference<>(listener);
    }
}
