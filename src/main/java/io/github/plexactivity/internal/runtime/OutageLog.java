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

    private static final Logger LOG = LoggerFactory.getLogger("io.github.plexactivity.ActivityMonitor");

    private final String server;
    private final boolean pollingIsWanted;
    private long since = Pulse.NEVER;

    OutageLog(String server, List<Transport> transports) {
        this.server = server;
        this.pollingIsWanted = transports.get(0) == Transport.POLLING;
    }

    void show(Link link, long nanos) {
        LOG.debug("{}: {}", server, link.state());
        if (works(link)) {
            ended(link, nanos);
        } else if (since == Pulse.NEVER && hasFailed(link)) {
            since = nanos;
            LOG.warn("{}: {}; trying on, {}", server, how(link), reason(link));
        }
    }

    /** A stream works, and the list cannot be read. */
    void unlisted(MonitorException error) {
        LOG.warn("{}: followed by its stream alone, since its list cannot be read: {}", server, oneLine(error));
    }

    private void ended(Link link, long nanos) {
        if (since != Pulse.NEVER) {
            Duration lasted = Duration.ofMillis((nanos - since) / 1_000_000);
            LOG.info("{}: connected by {} after {}", server, link.transport().orElseThrow(), lasted);
            since = Pulse.NEVER;
        }
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
