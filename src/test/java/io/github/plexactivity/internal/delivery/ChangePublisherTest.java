package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.activity;
import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangePublisherTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Signals reader = new Signals();
    private List<Activity> living = List.of();

    private void subscribe(ActivityFilter filter) {
        loop.subscribe(filter, reader, new Present(Optional.of(Changes.status(0)), living, Optional.empty()));
    }

    private void subscribe() {
        subscribe(ActivityFilter.any());
    }

    private List<String> signals() {
        callbacks.runAll();
        List<String> copy = List.copyOf(reader.lines);
        reader.lines.clear();
        return copy;
    }

    @Test
    void everySignalComesOnTheCallbackExecutor() {
        subscribe();
        assertThat(reader.lines).isEmpty();
        assertThat(signals()).containsExactly("subscribed");
    }

    @Test
    void nothingIsToldBeyondTheDemand() {
        subscribe();
        loop.push(started("a", 0), started("b", 0), started("c", 0));
        assertThat(signals()).containsExactly("subscribed");
        reader.subscription().request(2);
        assertThat(signals()).containsExactly("started a0", "started b0");
        reader.subscription().request(1);
        assertThat(signals()).containsExactly("started c0");
    }

    @Test
    void withoutDemandNoThreadIsAskedFor() {
        subscribe();
        callbacks.runAll();
        int before = callbacks.taken();
        loop.push(started("a", 0), updated("a", 0, 1));
        assertThat(callbacks.taken()).isEqualTo(before);
    }

    @Test
    void whatWaitsForDemandIsConflated() {
        subscribe();
        callbacks.runAll();
        loop.push(started("a", 0), updated("a", 0, 1));
        reader.subscription().request(1);
        assertThat(signals()).containsExactly("subscribed", "started a0");
        loop.push(updated("a", 1, 2), updated("a", 2, 3));
        reader.subscription().request(Long.MAX_VALUE);
        assertThat(signals()).containsExactly("updated a3");
    }

    @Test
    void aSubscriberIsFirstToldWhatRuns() {
        living = List.of(activity("a", 7), activity("b", 8));
        subscribe();
        reader.during = line -> reader.subscription().request(1);
        loop.push(ended("a", 100));
        assertThat(signals()).containsExactly("subscribed", "started a7", "started b8", "ended a100");
    }

    @Test
    void requestsFromInsideASignalDoNotRecurse() {
        LoopInHand direct = new LoopInHand(Runnable::run, 100_000);
        List<Integer> depths = new ArrayList<>();
        reader.during = line -> {
            depths.add(new Throwable().getStackTrace().length);
            reader.subscription().request(1);
        };
        direct.subscribe(ActivityFilter.any(), reader, LoopInHand.NOTHING);
        direct.inside(() -> {
            for (int i = 0; i < 1000; i++) {
                direct.dispatcher().push(List.of(started("u" + i, 0)));
            }
        });
        assertThat(depths).hasSize(1001);
        assertThat(depths.get(1000)).isEqualTo(depths.get(1));
    }

    @Test
    void aDemandBeyondAllNumbersIsWithoutLimit() {
        subscribe();
        callbacks.runAll();
        reader.subscription().request(Long.MAX_VALUE - 1);
        reader.subscription().request(Long.MAX_VALUE - 1);
        loop.push(started("a", 0), started("b", 0));
        assertThat(signals()).containsExactly("subscribed", "started a0", "started b0");
    }

    @Test
    void aStoryMatchedByItsLastStateObeysTheDemandBetweenItsStartAndItsEnd() {
        subscribe(activity -> activity.progress().orElse(0) == 100);
        callbacks.runAll();
        loop.push(started("a", 0), ended("a", 100));
        reader.subscription().request(1);
        assertThat(signals()).containsExactly("subscribed", "started a100");
        reader.subscription().request(1);
        assertThat(signals()).containsExactly("ended a100");
    }

    @Test
    void whatTheFilterDoesNotChooseCostsNoDemand() {
        subscribe(activity -> activity.uuid().equals("b"));
        callbacks.runAll();
        reader.subscription().request(1);
        loop.push(started("a", 0), ended("a", 100), started("b", 0));
        assertThat(signals()).containsExactly("subscribed", "started b0");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without a checker may do
    void noSubscriberIsRefused() {
        var publisher = loop.dispatcher().publisher(ActivityFilter.any(), mailbox -> {});
        assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
    }
}
