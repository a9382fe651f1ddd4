package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Those who use the monitor: listeners come, go, throw, and ask for things at any moment, also within callbacks. */
final class Users {

    private record Member(Storybook book, Runnable remove) {}

    private final Stage stage;
    private final World world;
    private final Jobs jobs;
    private final Engine engine;
    private final Promises promises;
    private final Requests requests;
    private final Manners manners;
    private final Storybook chronicle;
    private final Collection<Activity> resumed;
    private final List<Member> members = new ArrayList<>();
    private final List<SimulatedSubscriber> subscribers = new ArrayList<>();
    private final List<Storybook> closers = new ArrayList<>();
    private int number;
    private boolean begun;
    private boolean shut;

    /**
     * Those who were there before the monitor starts.
     *
     * @param resumed what the listeners of the last process were told of, as far as this one knows
     */
    Users(Stage stage, Collection<Activity> resumed) {
        this.stage = stage;
        this.world = stage.world;
        this.jobs = stage.jobs;
        this.engine = stage.engine;
        this.chronicle = new Storybook("chronicle", stage, ActivityFilter.any(), true);
        this.resumed = resumed;
        this.chronicle.resume(resumed);
        this.promises = new Promises(world, jobs, engine, chronicle);
        this.requests = new Requests(stage);
        this.manners = new Manners(stage, this::act);
        engine.listen(ActivityFilter.any(), new SimulatedListener(chronicle, () -> {}));
    }

    Promises promises() {
        return promises;
    }

    /** What the listener was told that was there from the beginning. */
    Storybook chronicle() {
        return chronicle;
    }

    /** Where something is resumed, some are there before the monitor starts who choose what they are told. */
    void start() {
        if (!resumed.isEmpty()) {
            listen();
            subscribe();
        }
        begun = true;
        requests.start();
    }

    /** One of the things users do. */
    void act() {
        switch (world.dice().below(13)) {
            case 0, 1 -> listen();
            case 2 -> remove();
            case 3 -> subscribe();
            case 4, 5 -> promises.track(anyUuid());
            case 6 -> promises.promise(anyUuid());
            case 7 -> trackNext();
            case 8, 9 -> cancel();
            case 10 -> leave();
            case 11 -> abandon();
            default -> resync();
        }
    }

    private void listen() {
        boolean whole = world.dice().chance(0.5);
        Storybook book = book("listener", whole);
        world.ledger().note("USER", () -> "adds " + book.name());
        world.ledger().happened(Happening.LISTENER_LATE);
        boolean unruly = world.dice().chance(0.3);
        if (unruly) {
            book.mayLag();
        }
        ActivityListener listener = new SimulatedListener(book, unruly ? manners::forget : () -> {});
        members.add(new Member(book, engine.listen(manners.filter(book.filter()), listener)));
    }

    private Storybook book(String kind, boolean whole) {
        ActivityFilter filter = whole
                ? ActivityFilter.any()
                : world.dice()
                        .oneOf(
                                ActivityFilter.type("library.*"),
                                ActivityFilter.section("1"),
                                ActivityFilter.user(1),
                                ActivityFilter.type("grabber.grab").negate(),
                                Manners.SOME);
        Storybook book = new Storybook(kind + "-" + ++number, stage, filter, whole);
        book.resume(begun ? List.of() : resumed);
        return book;
    }

    private void remove() {
        if (!members.isEmpty()) {
            Member leaving = members.remove(world.dice().below(members.size()));
            world.ledger().note("USER", () -> "removes " + leaving.book().name());
            world.ledger().happened(Happening.LISTENER_REMOVED);
            leaving.remove().run();
            leaving.book().shut();
        }
    }

    private void subscribe() {
        Storybook book = book("subscriber", world.dice().chance(0.5));
        SimulatedSubscriber subscriber = new SimulatedSubscriber(book, world, manners::threw);
        subscribers.add(subscriber);
        engine.changes(manners.filter(book.filter())).subscribe(subscriber);
    }

    private void leave() {
        if (!subscribers.isEmpty()) {
            subscribers
                    .remove(world.dice().below(subscribers.size()))
                    .leave(world.dice().chance(0.5));
        }
    }

    private void abandon() {
        if (world.dice().chance(0.5)) {
            promises.abandonOne();
        } else {
            requests.abandonOne();
        }
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
        requests.cancel(job == null || world.dice().chance(0.1) ? anyUuid() : job.uuid());
    }

    private void resync() {
        if (world.dice().chance(0.3)) {
            beginAndLook();
        } else {
            ask();
        }
    }

    /** Somebody begins a job and wants to see it in the list, without patience: that may be behind. */
    private void beginAndLook() {
        jobs.beginListed();
        for (int times = 3; times > 0; times--) {
            world.time().after(VirtualTime.seconds(world.dice().between(0.05, 0.8)), this::askIfOpen);
        }
    }

    private void askIfOpen() {
        if (!shut) {
            ask();
        }
    }

    private void ask() {
        stage.opens.allow(2);
        stage.lists.allow(3);
        requests.resync();
    }

    /** Nobody asks for anything any more, for a while or for good. */
    void rest(boolean resting) {
        manners.rest(resting);
    }

    /** Whoever lags catches up. */
    void catchUp() {
        subscribers.forEach(SimulatedSubscriber::wantAll);
    }

    /** Who is told at once knows at every moment what the monitor shows. */
    void requireUpToDate() {
        if (!stage.executor.lags()) {
            chronicle.requireUpToDate();
        }
    }

    void requireComplete() {
        chronicle.requireComplete();
        members.forEach(member -> member.book().requireComplete());
        subscribers.forEach(each -> each.book().requireComplete());
        promises.requireKept();
        requests.requireDone();
        boolean counted = engine.count(Counter.LISTENER_ERRORS) == manners.thrown();
        world.ledger().require(counted, "what listeners and filters threw was not counted");
    }

    /** The monitor is about to be closed. */
    void expectClose() {
        promises.closed();
        requests.closed();
    }

    /** Closes from inside a callback: the present is told to who comes late, and so there is one. Nobody removes it. */
    void closeInACallback(Runnable close) {
        Storybook book = book("closer", true);
        closers.add(book);
        engine.listen(ActivityFilter.any(), new SimulatedListener(book, close));
    }

    /** From now on nothing may be told. */
    void shut() {
        shut = true;
        manners.rest(true);
        chronicle.shut();
        members.forEach(member -> member.book().shut());
        subscribers.forEach(each -> each.book().shut());
        closers.forEach(Storybook::shut);
    }

    void requireDone() {
        promises.requireDone();
        requests.requireDone();
        subscribers.forEach(each -> world.ledger().require(each.isDone(), "a subscriber was not told of the end"));
    }
}
