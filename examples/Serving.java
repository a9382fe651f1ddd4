import io.github.plexactivity.terminal.CannotGoOn;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.FakePlexServerBuilder;
import java.io.UncheckedIOException;

/** Runs the fake server alone, its script again and again, for other clients. */
record Serving(WatchOptions options) {

    void run() throws Exception {
        try (FakePlexServer server = server()) {
            String whom = options.token() == null ? "any token or none" : "the token given";
            System.out.println("Serving " + server.uri() + " to " + whom + " until Ctrl-C.");
            while (!Thread.currentThread().isInterrupted()) {
                new LivelyScript(new Alone(server)).play(options::paced);
            }
        }
    }

    private FakePlexServer server() throws CannotGoOn {
        int port = options.source.serve;
        if (port < 0 || port > 65_535) {
            throw new CannotGoOn(CannotGoOn.Why.USAGE, "A port is a number from 0, which means any, to 65535.");
        }
        FakePlexServerBuilder builder = FakePlexServer.builder().port(port);
        if (options.token() != null) {
            builder.token(options.token());
        }
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            throw new CannotGoOn(
                    CannotGoOn.Why.USAGE,
                    "Port " + port + " cannot be used: " + e.getCause().getMessage() + ".");
        }
    }

    /** Nobody of ours is there: the server itself breaks off what is to be cancelled. */
    private record Alone(FakePlexServer server) implements Stage {

        @Override
        public void cancel(Job job) {
            job.breakOff();
        }

        @Override
        public void reachable() {}
    }
}
