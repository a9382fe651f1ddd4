package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.model.ActivityFilter;
import java.util.ArrayList;
import java.util.List;

/** Those who use the monitor: listeners come, go, throw, and ask for things at any moment, also within callbacks. */
final class Users {

    private record Member(Storybook book, Runnable remove) {}

    private final Stage stage;
    private final World world;
    private final Jobs jobs;
    private final Engine engine;
    private final Rate opens;
    private final Rate lists;
    private final Promises promises;
    private final Storybook chronicle;
    private final List<Member> members = new ArrayList<>();
    private final List<SimulatedSubscriber> subscribers = new ArrayList<>();
    private final List<Storybook> subscriptions = new ArrayList<>();
    private int number;
    private boolean resting;

    Users(Stage stage) {
        this.stage = stage;
        this.world = stage.world;
        this.jobs = stage.jobs;
        this.engine = stage.engine;
        this.opens = stage.opens;
        this.lists = stage.lists;
        this.chronicle = new Storybook("chronicle", stage, ActivityFilter.any(), true);
        this.promises = new Promises(world, jobs, engine, chronicle);
        engine.listen(ActivityFilter.any(), new SimulatedListener(chronicle, () -> {}));
    }

    Promises promises() {
        return promises;
    }

    /** What the listener was told that was there from the beginning. */
    Storybook chronicle() {
        return chronicle;
    }

    /** One of the things users do. */
    void act() {
        switch (world.dice().below(11)) {
            case 0, 1 -> listen();
            case 2 -> remove();
            case 3 -> subscribe();
            case 4, 5 -> track();
            case 6 -> promise();
            case 7 -> trackNext();
            case 8, 9 -> cancel();
            default -> resync();
        }
    }

    private void listen() {
        boolean whole = world.dice().chance(0.5);
        Storybook book = book("listener", whole);
        ActivityFilter filter = book.filter();
        world.ledger().note("USER", () -> "adds " + book.name());
        SimulatedListener listener = new SimulatedListener(book, world.dice().chance(0.3) ? this::misbehave : () -> {});
        members.add(new Member(book, engine.listen(filter, listener)));
    }

    private Storybook book(String kind, boolean whole) {
        ActivityFilter filter = whole
                ? ActivityFilter.any()
                : world.dice()
                        .oneOf(
                                ActivityFilter.type("library.*"),
                                ActivityFilter.section("1"),
                                ActivityFilter.user(1),
                                ActivityFilter.type("grabber.grab").negate());
        return new Storybook(kind + "-" + ++number, stage, filter, whole);
    }

    private void misbehave() {
        if (resting) {
            return;
        }
        if (world.dice().chance(0.05)) {
            act();
        } else if (world.dice().chance(0.1)) {
            throw new AssertionError("a listener throws, and no mere exception");
        }
    }

    private void remove() {
        if (!members.isEmpty()) {
            Member leaving = members.remove(world.dice().below(members.size()));
            world.ledger().note("USER", () -> "removes " + leaving.book().name());
            leaving.remove().run();
            leaving.book().shut();
        }
    }

    private void subscribe() {
        Storybook book = book("subscriber", world.dice().chance(0.5));
        SimulatedSubscriber subscriber = new SimulatedSubscriber(book, world);
        subscribers.add(subscriber);
        subscriptions.add(book);
        engine.changes(book.filter()).subscribe(subscriber);
    }

    private void track() {
        promises.track(anyUuid());
    }

    private void promise() {
        promises.promise(anyUuid());
    }

    /** Of the past, the present, or of nothing. */
    private String anyUuid() {
        String number = String.valueOf(1 + world.dice().below(jobs.count() + 1));
        String uuid = world.dice().chance(0.1) ? "nothing-" + number : "job-" + number;
        return jobs.find(uuid) == null ? "nothing-" + number : uuid;
    }

    private void trackNext() {
        boolean any = world.dice().chance(0.5);
        promises.trackNext(any, any ? ActivityFilter.any() : ActivityFilter.section("2"));
    }

    private void cancel() {
        Job job = jobs.anyRunning();
        promises.cancel(job == null || world.dice().chance(0.1) ? anyUuid() : job.uuid());
    }

    private void resync() {
        opens.allow(2);
        lists.allow(3);
        promises.resync();
    }

    /** Nobody asks for anything any more; whoever lags catches up. */
    void rest() {
        resting = true;
        subscribers.forEach(SimulatedSubscriber::wantAll);
    }

    void requireComplete() {
        chronicle.requireComplete();
        members.forEach(member -> member.book().requireComplete());
        subscriptions.forEach(Storybook::requireComplete);
        promises.requireKept();
    }

    /** The monitor is about to be closed. */
    void expectClose() {
        promises.closed();
    }

    /** From now on nothing may be told. */
    void shut() {
        resting = true;
        chronicle.shut();
        members.forEach(member -> member.book().shut());
        subscriptions.forEach(Storybook::shut);
    }

    void requireDone() {
        promises.requireDone();
        subscribers.forEach(each -> world.ledger().require(each.isCompleted(), "a subscriber was not told of the end"));
    }
}
