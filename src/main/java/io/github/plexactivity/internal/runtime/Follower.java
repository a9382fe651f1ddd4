package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Ask;
import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.core.Reconciliation;
import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.internal.core.link.Link;
import io.github.plexactivity.internal.core.link.Plan;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Follows the server: brings link, snapshots and activities together. Inside the loop, but for the status. */
final class Follower implements Driver.Observer, Snapshots.Taker {

    private static final Duration CONFIRM_AFTER = Duration.ofSeconds(2);

    /** Told how following goes. */
    interface Witness {
        /** The activities known equal what the server runs, or a stream works and the list may not be read. */
        void following();

        /** Every transport refused the token. */
        void refused(MonitorException error);

        /** The connection stands otherwise. */
        void status(ConnectionStatus status);
    }

    private final Settings settings;
    private final EventLoop loop;
    private final Counters counters;
    private final KnownActivities known;
    private final Witness witness;
    private final TokenQuestion question;
    private final Pulse pulse = new Pulse();
    private final StatusBoard board;
    private final OutageLog log;
    private final Driver driver;
    private final Snapshots snapshots;
    private long listBarred;
    private int heardBefore;
    private boolean listWorks = true;

    Follower(
            Settings settings,
            Outside outside,
            TokenQuestion question,
            Counters counters,
            KnownActivities known,
            Witness witness) {
        this.settings = settings;
        this.loop = outside.loop();
        this.counters = counters;
        this.known = known;
        this.witness = witness;
        this.question = question;
        this.board = new StatusBoard(loop, pulse);
        this.log = new OutageLog(settings.server(), settings.plan().transports());
        this.driver = new Driver(settings, outside, counters, pulse, question, this);
        this.snapshots = new Snapshots(loop, outside.api(), driver::generation, this);
    }

    /** Any thread. */
    ConnectionStatus status() {
        return board.read();
    }

    void start() {
        driver.start();
    }

    ConnectionState state() {
        return driver.link().state();
    }

    /** Asks for a snapshot now, whatever the link is waiting for. */
    void resync(Consumer<Listing> then) {
        driver.resync();
        snapshots.ask(then);
    }

    /** The server named an activity in an answer. */
    void promised(String uuid) {
        known.promised(uuid);
        plan();
    }

    void close(Listing instead) {
        driver.close();
        snapshots.close(instead);
    }

    @Override
    public void snapshotWanted() {
        snapshots.ask();
    }

    @Override
    public Known known() {
        return known;
    }

    @Override
    public void told(List<Report> reports, int generation) {
        known.told(reports, generation);
    }

    @Override
    public void moved(Link before, Link now) {
        boolean connected = now.state() == ConnectionState.CONNECTED;
        if (before.state() == ConnectionState.CONNECTED && !connected) {
            known.gap();
        }
        watchOverlap(before, now);
        if (now.state() == ConnectionState.REFUSED && before.state() != ConnectionState.REFUSED) {
            now.lastError().ifPresent(witness::refused);
        }
        tellStatus();
        plan();
    }

    private void watchOverlap(Link before, Link now) {
        if (now.isTwofold() && !before.isTwofold()) {
            heardBefore = driver.generation();
            known.twofold();
        } else if (before.isTwofold() && !now.isTwofold()) {
            known.single(heardBefore, driver.generation());
        }
    }

    private void tellStatus() {
        if (board.show(driver.link())) {
            log.show(driver.link(), loop.nanos());
            witness.status(board.read());
        }
    }

    /** Sets the time of the next snapshot, while the link is connected. */
    private void plan() {
        if (driver.link().state() != ConnectionState.CONNECTED || snapshots.isUnderWay()) {
            snapshots.rest();
            return;
        }
        Duration period = driver.link().livesBySnapshots() ? settings.pollEvery() : settings.resyncEvery();
        long due = snapshots.lastAsked() + period.toNanos();
        if (known.doubtful() && listWorks) {
            Duration confirm =
                    settings.resyncEvery().compareTo(CONFIRM_AFTER) < 0 ? settings.resyncEvery() : CONFIRM_AFTER;
            due = Math.min(due, snapshots.lastAsked() + confirm.toNanos());
        }
        snapshots.askAt(Math.max(due, listBarred));
    }

    @Override
    public void asked() {
        known.snapshotAsked();
    }

    @Override
    public void answered(Listing listing, Ask ask) {
        if (listing instanceof Listing.Listed listed) {
            listed(listed.snapshot(), ask);
        } else if (listing instanceof Listing.Unlisted unlisted) {
            unlisted(unlisted.failure());
        }
        tellStatus();
        plan();
    }

    private void listed(Snapshot snapshot, Ask ask) {
        counters.count(Counter.SNAPSHOTS);
        counters.count(Counter.MALFORMED, snapshot.malformed());
        log.misread(snapshot.malformed());
        counters.count(Counter.OVERFLOWED, snapshot.overflowed());
        pulse.beat(loop.nanos());
        listWorks = true;
        board.listed(null);
        driver.listed();
        boolean proven = known.toldSinceSnapshot();
        Reconciliation result = known.listed(snapshot, ask, driver.generation(), driver.isStreaming());
        board.synchronizedNow();
        if (result.synchronizedNow()) {
            witness.following();
        }
        if (proven) {
            driver.proven();
        } else if (result.zombie()) {
            driver.zombie();
        }
    }

    private void unlisted(Failure failure) {
        counters.count(Counter.FAILED_SNAPSHOTS);
        known.snapshotFailed();
        listWorks = false;
        listBarred =
                loop.nanos() + failure.retryAfter().map(Plan::cappedRetryAfter).orElse(0L);
        driver.unlisted(failure);
        if (driver.isStreaming()) {
            followByStreamAlone(failure);
        }
    }

    private void followByStreamAlone(Failure failure) {
        if (board.listed(failure.error())) {
            log.unlisted(failure.error());
        }
        if (failure.kind() == Failure.Kind.UNAUTHORIZED) {
            witness.following();
            unauthorized();
        }
    }

    @Override
    public void unauthorized() {
        question.ask(this::askWithAnotherToken, none -> {});
    }

    /** A stream may stay open, or seem to, long after its token was revoked: lists and other streams tell first. */
    private void askWithAnotherToken(boolean changed) {
        if (changed && driver.isStreaming()) {
            snapshots.ask();
        }
    }
}
