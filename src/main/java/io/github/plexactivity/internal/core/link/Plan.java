package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.List;

/**
 * What the user chose.
 *
 * @param transports in order of preference, each once
 * @param recoverEvery how often the preferred transport is tried beside another
 * @param firstWait the first wait after a failure
 * @param longestWait the longest
 */
public record Plan(List<Transport> transports, Duration recoverEvery, Duration firstWait, Duration longestWait) {

    /** A wait that has no end. */
    public static final long NEVER = Long.MAX_VALUE;

    static final long REFUSED_NANOS = Duration.ofSeconds(60).toNanos();
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    static boolean isStream(Transport transport) {
        return transport != Transport.POLLING;
    }

    List<Transport> streams() {
        return transports.stream().filter(Plan::isStream).toList();
    }

    List<Transport> others(Transport than) {
        return transports.stream().filter(each -> each != than).toList();
    }

    boolean isPreferred(Transport transport) {
        return streams().indexOf(transport) == 0;
    }

    /** Whether a connection that lived so long has proved that this transport works. */
    boolean isSettled(long livedNanos) {
        return livedNanos >= Math.min(SETTLED.toNanos(), longestWait.toNanos());
    }

    /** The nanoseconds to wait when a server asks for so much: never less than none, never more than five minutes. */
    public static long cappedRetryAfter(Duration asked) {
        Duration cap = LONGEST_RETRY_AFTER;
        return asked.isNegative() ? 0 : asked.compareTo(cap) > 0 ? cap.toNanos() : asked.toNanos();
    }
}
