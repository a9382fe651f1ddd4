package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Transport;
import java.util.List;

/** Times in which one side alone works, and for long enough: what comes right then has come right in spite of the rest. */
final class Interludes {

    private static final List<Fault> DEAF = List.of(
            Fault.DOWN,
            Fault.HANGING,
            Fault.BAD_REQUEST,
            Fault.FORBIDDEN,
            Fault.MISSING,
            Fault.OVERLOADED,
            Fault.BUSY,
            Fault.MUTE);

    private final Stage stage;
    private final Users users;
    private final Bound bound;
    private final List<Transport> streams;
    private final boolean polls;

    Interludes(Stage stage, Users users, Bound bound) {
        this.stage = stage;
        this.users = users;
        this.bound = bound;
        this.streams = stage.settings.plan().transports().stream()
                .filter(each -> each != Transport.POLLING)
                .toList();
        this.polls = stage.settings.plan().transports().contains(Transport.POLLING);
    }

    /** One of them, unless the monitor was told to use only what does not work, or a slow executor holds up the token. */
    void play() {
        boolean byList = stage.dice.chance(0.5);
        if (!stage.executor.lags() && (byList ? polls : !streams.isEmpty())) {
            users.rest(true);
            if (byList) {
                listAlone();
            } else {
                streamAlone();
            }
            stage.weather.mayWorsen();
            users.rest(false);
        }
    }

    /** No stream tells anything, and the list does: all is known by it. */
    private void listAlone() {
        stage.ledger.note("TROUBLE", () -> "the list alone works");
        stage.ledger.happened(Happening.LIST_ALONE);
        stage.weather.healsExcept(stage.dice.oneOf(DEAF), streams);
        stage.streams.each(stream -> stream.falls(SimulatedStream.Health.HELD));
        stage.workday.work();
        stage.pass(bound.truth());
        stage.jobs.requireShown(stage.world.view().get());
        users.requireUpToDate();
    }

    /** The list cannot be read, and a stream works: what begins is known by it. */
    private void streamAlone() {
        stage.ledger.note("TROUBLE", () -> "a stream alone works");
        stage.ledger.happened(Happening.STREAM_ALONE);
        List<Fault> faults = Fault.OF_THE_LIST.stream()
                .filter(fault -> fault != Fault.UNAUTHORIZED)
                .toList();
        stage.weather.healsExcept(stage.dice.oneOf(faults), List.of(Transport.POLLING));
        stage.streams.each(SimulatedStream::recovers);
        stage.pass(bound.hearing());
        Job job = stage.jobs.beginListed();
        stage.pass(2.0);
        stage.workday.advance(job); // Its start may have been lost with a stream that another one just took over from.
        stage.pass(2.0);
        stage.ledger.require(
                job.now().equals(stage.world.view().get().get(job.uuid())),
                "a stream works, and was not heard: ",
                job.uuid());
        users.requireUpToDate();
    }
}
