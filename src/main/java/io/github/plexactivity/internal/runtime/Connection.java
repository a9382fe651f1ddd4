package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.internal.core.link.Attempt;
import io.github.plexactivity.internal.runtime.EventLoop.Timer;
import io.github.plexactivity.internal.transport.NotificationStream;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.internal.wire.NotificationDecoder;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream from its opening to its end: watches that it opens in time, whether it is silent, whether it answers
 * pings, and decodes what it brings on the reader's thread before the loop is entered.
 */
final class Connection implements NotificationStream.Receiver, NotificationDecoder.Sink {

    /** Told what happens to a connection, inside the loop. */
    interface Watcher {
        /** What is known of the activities. Any thread. */
        Known known();

        void opened(Connection connection);

        void heard(Connection connection);

        void told(Connection connection, List<Report> reports);

        void silent(Connection connection);

        void unanswered(Connection connection);

        void ponged(Connection connection);

        void lost(Connection connection, Failure failure);
    }

    /** So many reports are told at once at most. */
    private static final int MOST_UNTOLD = 256;

    private final Attempt attempt;
    private final Settings settings;
    private final EventLoop loop;
    private final Pulse pulse;
    private final Counters counters;
    private final Watcher watcher;

    // Touched by the reader.
    private final NotificationDecoder decoder;
    private boolean everHeard;
    private boolean everPonged;
    private List<Report> untold = new ArrayList<>();

    // Written by the reader, read inside the loop.
    private volatile long lastHeard;

    // Written by whoever opens the stream and by the loop; whoever comes second closes it.
    private volatile @Nullable NotificationStream stream;
    private volatile boolean over;

    // Touched inside the loop.
    private @Nullable Timer deadline;
    private @Nullable Timer silence;
    private @Nullable Timer pong;

    Connection(Attempt attempt, Settings settings, EventLoop loop, Pulse pulse, Counters counters, Watcher watcher) {
        this.attempt = attempt;
        this.settings = settings;
        this.loop = loop;
        this.pulse = pulse;
        this.counters = counters;
        this.watcher = watcher;
        this.decoder = new NotificationDecoder(watcher.known(), this);
    }

    int generation() {
        return attempt.generation();
    }

    // Inside the loop.

    void open(NotificationStream.Opener opener) {
        deadline = loop.after(settings.connectTimeout().toNanos(), this::tooLate);
        loop.afterwards(() -> attach(opener));
    }

    /** Where a ping is not answered yet, its time goes on running: it may be longer than the time between pings. */
    void ping() {
        if (pong == null) {
            long asked = loop.nanos();
            pong = loop.after(settings.connectTimeout().toNanos(), () -> pongDue(asked));
        }
        NotificationStream opened = stream;
        if (opened != null) {
            loop.afterwards(opened::ping);
        }
    }

    private void pongDue(long asked) {
        pong = null;
        if (!over && lastHeard < asked) {
            watcher.unanswered(this);
        }
    }

    void drop() {
        over = true;
        cancel(deadline);
        cancel(silence);
        cancel(pong);
        NotificationStream opened = stream;
        if (opened != null) {
            loop.afterwards(opened::close);
        }
    }

    private void tooLate() {
        String message = attempt.transport() + " was not answered within " + settings.connectTimeout();
        end(Failure.of(Failure.Kind.REJECTED, new MonitorException.Disconnected(message, null)));
    }

    private void end(Failure failure) {
        if (!over) {
            drop();
            watcher.lost(this, failure);
        }
    }

    private void watchSilence(long nanos) {
        silence = loop.after(nanos, () -> {
            long limit = settings.silenceTimeout().toNanos();
            long quiet = loop.nanos() - lastHeard;
            watchSilence(quiet < limit ? limit - quiet : limit);
            if (quiet >= limit) {
                watcher.silent(this);
            }
        });
    }

    private static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    // Outside the loop.

    private void attach(NotificationStream.Opener opener) {
        try {
            NotificationStream opened = opener.open(attempt.transport(), this);
            stream = opened;
            if (over) {
                opened.close();
            }
        } catch (RuntimeException | Error fault) {
            lost(Failure.disconnected(attempt.transport() + " could not be opened: " + fault, fault));
        }
    }

    // The reader's thread.

    @Override
    public void opened() {
        loop.run(() -> {
            if (!over) {
                cancel(deadline);
                lastHeard = loop.nanos();
                watchSilence(settings.silenceTimeout().toNanos());
                watcher.opened(this);
            }
        });
    }

    @Override
    public void heard() {
        lastHeard = loop.nanos();
        pulse.beat(lastHeard);
        if (!everHeard) {
            everHeard = true;
            loop.run(() -> watcher.heard(this));
        }
    }

    @Override
    public void frame(String name, String data) {
        counters.count(Counter.FRAMES);
        if (attempt.transport() == Transport.WEB_SOCKET) {
            counters.count(Counter.WEB_SOCKET_FRAMES);
        }
        decoder.decode(name, data);
    }

    /** The loop is entered once for all that came in at once, and not for each frame. */
    @Override
    public void caughtUp() {
        if (!untold.isEmpty()) {
            List<Report> reports = untold;
            untold = new ArrayList<>();
            loop.run(() -> watcher.told(this, reports));
        }
    }

    @Override
    public void ponged() {
        if (!everPonged) {
            everPonged = true;
            loop.run(() -> watcher.ponged(this));
        }
    }

    @Override
    public void lost(Failure failure) {
        caughtUp();
        loop.run(() -> end(failure));
    }

    @Override
    public void report(Report report) {
        untold.add(report);
        if (untold.size() == MOST_UNTOLD) {
            caughtUp();
        }
    }

    @Override
    public void malformed(String why) {
        counters.count(Counter.MALFORMED);
        OutageLog.LOG.debug("{}: {} brought {}, which is left out", settings.server(), attempt.transport(), why);
    }

    @Override
    public void mismatched() {
        counters.count(Counter.MISMATCHED);
    }
}
