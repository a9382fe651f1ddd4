package example.gradle;

import example.plain.OneServer;
import io.github.plexactivity.ActivityMonitor;
import java.util.concurrent.TimeUnit;

/** Ends well when it follows a server. */
public final class Follow {
    private Follow() {}

    /** No arguments. */
    public static void main(String[] args) throws Exception {
        try (OneServer server = new OneServer();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.start().get(20, TimeUnit.SECONDS);
            if (monitor.activities().size() != 1) {
                throw new AssertionError(monitor.activities());
            }
        }
    }
}
