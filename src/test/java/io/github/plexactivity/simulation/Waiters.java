package io.github.plexactivity.simulation;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.Face;
import io.github.plexactivity.model.ActivityFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;

/** All who wait for something, each with what he was promised, and what came of it. */
final class Waiters {

    final Promises promises;
    final Requests requests;
    final Nexts nexts;
    private final Stage stage;
    private final Dice dice;
    private final Answers answers;
    private final Tally<Schedule> tally = new Tally<>(Schedule.class);
    private final List<CompletableFuture<ActivityHandle>> inVain = new ArrayList<>();

    /**
     * Nobody yet.
     *
     * @param chronicle of a listener that is there from the beginning
     */
    Waiters(Stage stage, Storybook chronicle) {
        this.stage = stage;
        this.dice = stage.dice;
        Face face = new Face(stage.engine, Answers.SERVER);
        promises = new Promises(stage.world, stage.jobs, stage.engine, chronicle);
        requests = new Requests(stage);
        answers = new Answers(face);
        nexts = new Nexts(stage, face, handle -> promises.await(handle.uuid(), handle.ended()));
        stage.engine.listen(ActivityFilter.any(), nexts);
    }

    void count(Schedule schedule) {
        tally.count(schedule);
    }

    Tally<Schedule> tally() {
        return tally;
    }

    /** Nothing that matches ever begins. */
    void waitInVain(ActivityFilter filter) {
        inVain.add(nexts.await(filter));
    }

    /** The server's answer to a request names an activity. */
    void named(String header, String uuid) {
        promises.named(uuid);
        Optional<ActivityHandle> handle = answers.arrives(Headers.of(header, uuid));
        boolean right = handle.map(ActivityHandle::uuid).equals(Optional.of(uuid));
        stage.ledger.require(right, "an answer that names " + uuid + " was tied to ", handle);
        handle.ifPresent(tied -> promises.await(uuid, tied.ended()));
    }

    /** The server's answer to a request names none. */
    void unnamed(Headers headers) {
        stage.ledger.require(answers.arrives(headers).isEmpty(), "an answer that names nothing was tied to something");
    }

    /** Somebody wants to see the list now. */
    void look() {
        stage.opens.allow(2);
        stage.lists.allow(3);
        requests.resync();
    }

    void later(double atMost, Runnable task) {
        stage.time.after(VirtualTime.seconds(dice.between(0, atMost)), task);
    }

    void end(Job job) {
        stage.workday.end(job, dice.oneOf(Job.Fate.FINISHED, Job.Fate.INTERRUPTED, Job.Fate.INDETERMINATE));
    }

    boolean isShown(Job job) {
        return stage.engine.activities().containsKey(job.uuid());
    }

    /** There was fair weather for long enough. */
    void requireKept() {
        promises.requireKept();
        nexts.requireFound();
        inVain.forEach(next -> stage.ledger.require(!next.isDone(), "found what never came"));
    }

    void expectClose() {
        promises.closed();
        requests.closed();
    }

    void requireDone() {
        promises.requireDone();
        requests.requireDone();
        nexts.requireDone();
    }
}
