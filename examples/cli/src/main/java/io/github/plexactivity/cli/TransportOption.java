package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import java.util.Locale;
import picocli.CommandLine.Option;

/** By which way it hears of activities. */
final class TransportOption {
    /** The transports by their short names. */
    enum Way {
        SSE(Transport.EVENT_SOURCE),
        WS(Transport.WEB_SOCKET),
        POLL(Transport.POLLING);

        private final Transport transport;

        Way(Transport transport) {
            this.transport = transport;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--transport",
            paramLabel = "sse|ws|poll",
            description = "Use this transport alone; otherwise the first that works, in this order.")
    private Way way;

    ActivityMonitor.Builder of(ActivityMonitor.Builder builder) {
        return way == null ? builder : builder.transports(way.transport);
    }
}
