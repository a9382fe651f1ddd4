package example.modular;

import io.github.plexactivity.ActivityMonitor;
import java.util.concurrent.TimeUnit;

/** Ends well when the library is a module and follows a server. */
public final class Follow {
    private Follow() {}

    /** No arguments. */
    public static void main(String[] args) throws Exception {
        String name = ActivityMonitor.class.getModule().getName();
        if (!"io.github.plexactivity".equals(name)) {
            throw new AssertionError("the library is no module but " + name);
        }
        try (OneServer server = new OneServer();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.start().get(20, TimeUnit.SECONDS);
            if (monitor.activities().size() != 1) {
                throw new AssertionError(monitor.activities());
            }
        }
    }
}
