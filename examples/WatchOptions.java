import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Display;
import io.github.plexactivity.terminal.JsonDisplay;
import io.github.plexactivity.terminal.PlainDisplay;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What the command line says. */
final class WatchOptions {
    /** What is watched. */
    static final class Source {
        @Option(names = "--server", paramLabel = "URL", description = "Follow this server until Ctrl-C.")
        String server;

        @Option(
                names = "--replay",
                paramLabel = "FILE",
                description = "Play a recording through a fake server: server-sent events, or WebSocket text"
                        + " frames one a line.")
        Path replay;

        @Option(
                names = "--serve",
                paramLabel = "PORT",
                description = "Only run the fake server, for other clients, until Ctrl-C: any token will do,"
                        + " or none, unless --token names one.")
        Integer serve;
    }

    /** How it is shown. */
    static final class Form {
        @Option(names = "--plain", description = "One line per change, as whenever the output is no terminal.")
        boolean plain;

        @Option(names = "--json", description = "One JSON object per change; all else goes to standard error.")
        boolean json;
    }

    /** The transports by their short names. */
    enum Fixed {
        SSE(Transport.EVENT_SOURCE),
        WS(Transport.WEB_SOCKET),
        POLL(Transport.POLLING);

        private final Transport transport;

        Fixed(Transport transport) {
            this.transport = transport;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ArgGroup
    Source source = new Source();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The server's X-Plex-Token. Better set PLEX_TOKEN, which no history and no list of"
                    + " processes shows.")
    private String token;

    @Option(
            names = "--transport",
            paramLabel = "sse|ws|poll",
            description = "Use this transport alone; otherwise the first that works, in this order.")
    private Fixed transport;

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = "--pace",
            paramLabel = "TIMES",
            defaultValue = "1",
            description = "Play the script or the recording so many times as fast.")
    double pace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    boolean help;

    /** The token given, or that of the environment, or null. */
    String token() {
        String given = token != null ? token : System.getenv("PLEX_TOKEN");
        return given == null || given.isEmpty() ? null : given;
    }

    /** A monitor as these options want it, but for what the fake server needs otherwise. */
    ActivityMonitor.Builder monitor(URI server) {
        ActivityMonitor.Builder builder = ActivityMonitor.builder(server);
        if (token() != null) {
            builder.token(token());
        }
        if (transport != null) {
            builder.transports(transport.transport);
        }
        return builder;
    }

    /** Whether nothing but polling is wished for. */
    boolean polls() {
        return transport == Fixed.POLL;
    }

    /** The terminal if there is one and nothing else is wished for. */
    Display display() {
        return form.json ? new JsonDisplay() : form.plain ? new PlainDisplay() : Display.best();
    }

    /** A duration of the script at the pace wished for. */
    Duration paced(Duration atFirst) {
        return Duration.ofNanos(Math.max(1_000_000, Math.round(atFirst.toNanos() / pace)));
    }
}
