import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.terminal.CannotGoOn;
import io.github.plexactivity.terminal.Watch;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CountDownLatch;

/** Follows a real server until Ctrl-C. */
record Following(WatchOptions options) {

    void run() throws CannotGoOn, InterruptedException {
        ActivityMonitor.Builder builder = builder();
        try (Watch watch = new Watch(builder, options.display(), ActivityFilter.any(), "")) {
            watch.start(options.token() == null ? " (none was given: set PLEX_TOKEN)" : "");
            new CountDownLatch(1).await();
        }
    }

    /** No message repeats the address: it may hold a token. */
    private ActivityMonitor.Builder builder() throws CannotGoOn {
        try {
            return options.monitor(new URI(options.source.server));
        } catch (URISyntaxException e) {
            throw new CannotGoOn(
                    CannotGoOn.Why.USAGE, "That is no address of a server; http://127.0.0.1:32400 is one.");
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(CannotGoOn.Why.USAGE, "This cannot be used: " + e.getMessage() + ".");
        }
    }
}
