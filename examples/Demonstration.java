import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Mark;
import io.github.plexactivity.terminal.Watch;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Watches a fake server play its script, and has its part in it. */
record Demonstration(WatchOptions options) {
    private static final int MOST_LOOKS = 1_000;

    void run() throws Exception {
        try (FakePlexServer server = FakePlexServer.start();
                Watch watch = new Watch(monitor(server), options.display(), ActivityFilter.any(), "")) {
            watch.start("");
            new LivelyScript(new Audience(server, watch.monitor(), options.polls())).play(options::paced);
            Mark.passes(server, watch.monitor(), watch.tally());
        }
    }

    /** Waits and periods keep step with the script. */
    private ActivityMonitor.Builder monitor(FakePlexServer server) {
        return options.monitor(server.uri())
                .backoff(options.paced(Duration.ofSeconds(1)), options.paced(Duration.ofSeconds(2)))
                .pollEvery(options.paced(Duration.ofMillis(500)));
    }

    private record Audience(FakePlexServer server, ActivityMonitor monitor, boolean polls) implements Stage {

        @Override
        public void cancel(Job job) throws Exception {
            monitor.track(job.uuid()).cancel().get(10, TimeUnit.SECONDS);
            monitor.track(job.uuid()).ended().get(10, TimeUnit.SECONDS);
        }

        @Override
        public void reachable() throws Exception {
            for (int look = 0; look < MOST_LOOKS && !isConnected(); look++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }

        /** Should polling have stepped in, it hears no endings: the script waits for a stream to be back. */
        private boolean isConnected() {
            ConnectionStatus status = monitor.status();
            return status.state() == ConnectionState.CONNECTED
                    && (polls || !status.transport().equals(Optional.of(Transport.POLLING)));
        }
    }
}
