package io.github.plexactivity;

import static io.github.plexactivity.Quick.until;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Follows a hostile server through its floods, one after the other, and says how each went. */
final class SmallHeap implements ActivityListener {

    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> errors = ConcurrentHashMap.newKeySet();

    private SmallHeap() {}

    /** Takes the address of the server, then the names of floods. */
    public static void main(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(
                    arguments[i] + " " + new SmallHeap().survive(arguments[0] + "/" + arguments[i], arguments[i]));
        }
        System.exit(0);
    }

    /** What was told, once both activities were. */
    private String survive(String address, String flood) {
        Transport transport = flood.startsWith("sse")
                ? Transport.EVENT_SOURCE
                : flood.startsWith("ws") ? Transport.WEB_SOCKET : Transport.POLLING;
        try (ActivityMonitor monitor = ActivityMonitor.builder(URI.create(address))
                .transports(transport)
                .backoff(Duration.ofMillis(50), Duration.ofMillis(200))
                .pollEvery(Duration.ofMillis(50))
                .resyncEvery(Quick.NEVER)
                .build()) {
            monitor.listen(this);
            monitor.start();
            until(() -> started.contains("a") && started.contains("b"));
            boolean kept = monitor.activities().containsKey("a");
            return (kept ? "kept " : "lost ") + monitor.statistics().reconnects() + " reconnects "
                    + monitor.statistics().malformed() + " malformed " + errors;
        }
    }

    @Override
    public void onStarted(Activity activity) {
        started.add(activity.uuid());
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        status.lastError().map(MonitorException::getMessage).ifPresent(errors::add);
    }
}
