package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.activity;
import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 3);
    private final Told told = new Told();

    @Test
    void changesOfAllActivitiesAreToldInTheOrderOfTheLoop() {
        loop.listen(told);
        loop.push(started("a", 0), started("b", 0), updated("a", 0, 5), ended("b", 100), ended("a", 100));
        callbacks.runAll();
        assertThat(told.lines())
                .containsExactly("started a0", "started b0", "progress a0 to a5", "ended b100", "ended a100");
    }

    @Test
    void updatesThatWaitAreToldAsOneInThePlaceOfTheFirst() {
        loop.listen(told);
        loop.push(started("a", 0), updated("a", 0, 5), started("b", 0), updated("a", 5, 6), updated("a", 6, 9));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a9", "started b0");
    }

    @Test
    void anUpdateToldIsNotConflatedWithALaterOne() {
        loop.listen(told);
        loop.push(started("a", 0), updated("a", 0, 5));
        callbacks.runAll();
        loop.push(updated("a", 5, 6), updated("a", 6, 7));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a5", "progress a5 to a7");
    }

    @Test
    void whatComesWhileACallbackRunsIsConflatedToo() {
        loop.listen(told.during(line -> {
            if (line.startsWith("started")) {
                loop.push(updated("a", 0, 1), updated("a", 1, 2));
            }
        }));
        loop.push(started("a", 0));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a2");
    }

    @Test
    void aListenerBlockedForEverHoldsNoMoreEndingsThanTheLimitWhileAMillionActivitiesComeAndGo() {
        loop.listen(told);
        loop.push(started("heard", 0));
        callbacks.runAll();
        for (int i = 0; i < 1_000_000; i++) {
            loop.push(started("u" + i + "-", 0), updated("u" + i + "-", 0, 50), ended("u" + i + "-", 100));
        }
        loop.push(ended("heard", 100));
        callbacks.runAll();
        assertThat(told.lines())
                .containsExactly(
                        "started heard0",
                        "started u999998-0",
                        "progress u999998-0 to u999998-50",
                        "ended u999998-100",
                        "started u999999-0",
                        "progress u999999-0 to u999999-50",
                        "ended u999999-100",
                        "ended heard100");
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isEqualTo(999_998);
    }

    @Test
    void theEndOfWhatTheListenerKnowsIsNeverDropped() {
        loop.listen(told);
        for (String uuid : List.of("a", "b", "c", "d")) {
            loop.push(started(uuid, 0));
        }
        callbacks.runAll();
        told.lines();
        for (String uuid : List.of("a", "b", "c", "d")) {
            loop.push(ended(uuid, 100));
        }
        loop.push(started("e", 0), ended("e", 100));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("ended a100", "ended b100", "ended c100", "ended d100");
        assertThat(loop.counters().of(Counter.DROPPED_STORIES)).isEqualTo(1);
    }

    @Test
    void endingsThatWereToldLeaveTheirRoomToOthers() {
        loop.listen(told);
        for (int i = 0; i < 10; i++) {
            loop.push(started("u" + i, 0), ended("u" + i, 100));
            callbacks.runAll();
        }
        assertThat(told.lines()).hasSize(20);
    }

    @Test
    void anActivityToldToItsEndIsHeldNoLonger() {
        loop.listen(new ActivityListener() {});
        WeakReference<String> uuid = tellOneStory();
        Awaitility.await().until(() -> {
            System.gc();
            return uuid.get() == null;
        });
        assertThat(callbacks.isIdle()).isTrue();
    }

    private WeakReference<String> tellOneStory() {
        String uuid = "some".concat("uuid"); // an object of its own
        loop.push(started(uuid, 0), ended(uuid, 100));
        callbacks.runAll();
        return new WeakReference<>(uuid);
    }

    @Test
    void aClosedMailboxTakesNothingIn() {
        List<Backlog> filled = new ArrayList<>();
        Mailbox mailbox = loop.listen(told);
        mailbox.close();
        mailbox.put(filled::add); // the loop may just be going over all mailboxes
        assertThat(filled).isEmpty();
    }

    @Test
    void anActivityThatStillRunsIsNotDropped() {
        loop.listen(told);
        for (int i = 0; i < 10; i++) {
            loop.push(started("u" + i, 0));
        }
        callbacks.runAll();
        assertThat(told.lines()).hasSize(10);
    }

    @Test
    void aUuidUsedAgainWhileItsEndStillWaitsHasAStoryOfItsOwn() {
        loop.listen(told);
        loop.push(started("a", 0), ended("a", 100), started("a", 1), updated("a", 1, 2), ended("a", 99));
        callbacks.runAll();
        assertThat(told.lines())
                .containsExactly("started a0", "ended a100", "started a1", "progress a1 to a2", "ended a99");
    }

    @Test
    void ofSeveralSynchronizationsTheNewestIsToldInItsPlace() {
        loop.listen(told);
        loop.synchronizedWith();
        loop.push(started("a", 0));
        loop.synchronizedWith(activity("a", 0));
        loop.push(started("b", 0));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("started a0", "synchronized [a]", "started b0");

        loop.synchronizedWith(activity("b", 0));
        callbacks.runAll();
        assertThat(told.lines()).containsExactly("synchronized [b]");
    }

    @Test
    void theNewestSixteenStatusesAreToldInTheirPlaces() {
        loop.listen(told);
        loop.connection(0);
        loop.push(started("a", 0));
        List<String> expected = new ArrayList<>(List.of("started a0"));
        for (int i = 1; i <= 20; i++) {
            loop.connection(i);
            if (i > 4) {
                expected.add("connection " + i);
            }
        }
        loop.push(ended("a", 100));
        expected.add("ended a100");
        callbacks.runAll();
        assertThat(told.lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void statusesAreCountedAnewOnceTold() {
        loop.listen(told);
        loop.connection(0);
        callbacks.runAll();
        for (int i = 1; i <= 16; i++) {
            loop.connection(i);
        }
        callbacks.runAll();
        assertThat(told.lines()).hasSize(17);
    }

    @Test
    void aLateListenerIsFirstToldThePresent() {
        loop.push(started("a", 0), started("b", 0));
        Present present = new Present(
                Optional.of(Changes.status(2)),
                List.of(activity("a", 3), activity("b", 4)),
                Optional.of(Map.of("a", activity("a", 3), "b", activity("b", 4))));
        loop.listen(ActivityFilter.any(), told, present);
        loop.push(updated("a", 3, 5), ended("b", 100));
        callbacks.runAll();
        assertThat(told.lines())
                .containsExactly(
                        "connection 2",
                        "started a3",
                        "started b4",
                        "synchronized [a, b]",
                        "progress a3 to a5",
                        "ended b100");
    }
}
