package io.github.plexactivity.internal.runtime;

import io.github.plexactivity.internal.core.link.Link;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One warning when an outage begins, one line when it is over; what lies between is for those who debug. */
final class OutageLog {

    /** Where all that is said of the connection goes. */
    static final Logger LOG = LoggerFactory.getLogger("io.github.plexactivity.ActivityMonitor");

    /** A connection that lived so long has worked. */
    private static final long SETTLED_NANOS = Duration.ofSeconds(30).toNanos();

    /** Of one that keeps breaking off so many outages are told in such a time, and each that lasts. */
    private static final int MOST_WARNINGS = 3;

    private static final long QUIET_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final String server;
    private final boolean pollingIsWanted;

    /** When the outage began, and whether that was told. */
    private long since = Pulse.NEVER;

    private boolean told;

    /** When the connection began to work; whether the one before it broke off at once. */
    private long worksSince = Pulse.NEVER;

    private boolean flapping;
    private int warnings;
    private long counted;

    OutageLog(String server, List<Transport> transports) {
        this.server = server;
        this.pollingIsWanted = transports.get(0) == Transport.POLLING;
    }

    void show(Link link, long nanos) {
        LOG.debug("{}: {}", server, link.state());
        if (works(link)) {
            ended(link, nanos);
            worksSince = worksSince == Pulse.NEVER ? nanos : worksSince;
        } else {
            flapping = worksSince == Pulse.NEVER ? flapping : nanos - worksSince < SETTLED_NANOS;
            worksSince = Pulse.NEVER;
            failing(link, nanos);
        }
    }

    private void failing(Link link, long nanos) {
        if (!hasFailed(link)) {
            return;
        }
        since = since == Pulse.NEVER ? nanos : since;
        boolean mayTell = !flapping || warnings(nanos) < MOST_WARNINGS || nanos - since >= PATIENCE_NANOS;
        if (!told && mayTell) {
            told = true;
            warnings++;
            LOG.warn("{}: {}; trying on, {}", server, how(link), reason(link));
        }
    }

    /** How many there were of late. */
    private int warnings(long nanos) {
        if (nanos - counted >= QUIET_NANOS) {
            counted = nanos;
            warnings = 0;
        }
        return warnings;
    }

    /** A stream works, and the list cannot be read. */
    void unlisted(MonitorException error) {
        LOG.warn("{}: followed by its stream alone, since its list cannot be read: {}", server, oneLine(error));
    }

    /** Rows of a list could not be understood. */
    void misread(int rows) {
        if (rows > 0) {
            LOG.debug("{}: the list brought {} rows that are malformed, which are left out", server, rows);
        }
    }

    private void ended(Link link, long nanos) {
        if (told) {
            long millis = (nanos - since) / 1_000_000;
            LOG.info("{}: connected by {} after {} ms", server, link.transport().orElseThrow(), millis);
        }
        told = false;
        since = Pulse.NEVER;
    }

    private boolean works(Link link) {
        return link.state() == ConnectionState.CONNECTED
                && (pollingIsWanted || !link.transport().equals(Optional.of(Transport.POLLING)));
    }

    /** A stream that was cut is opened anew at once: only where that fails too there is something to warn of. */
    private static boolean hasFailed(Link link) {
        return switch (link.state()) {
            case WAITING -> link.failures() > 1;
            case REFUSED, CONNECTED -> true;
            case NEW, CONNECTING, CLOSED -> false;
        };
    }

    private static String how(Link link) {
        return switch (link.state()) {
            case CONNECTED -> "no stream works, polling";
            case REFUSED -> "refused";
            default -> "no connection";
        };
    }

    private static String reason(Link link) {
        return link.lastError().map(OutageLog::oneLine).orElse("no reason known");
    }

    private static String oneLine(MonitorException error) {
        return String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}", " ");
    }
}
