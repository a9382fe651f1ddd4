import static io.github.plexactivity.model.ActivityFilter.section;
import static io.github.plexactivity.model.ActivityFilter.type;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Ending;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks for the scan of a section and waits for its end. The answer to such a request names no activity; the scan is known
 * by its type, by its section, and by being first seen after the request was sent.
 */
final class ScanAndWait {
    private final ActivityMonitor monitor;
    private final OkHttpClient client;

    /**
     * For one server.
     *
     * @param monitor started
     * @param client what the application talks to that server with
     */
    ScanAndWait(ActivityMonitor monitor, OkHttpClient client) {
        this.monitor = monitor;
        this.client = client;
    }

    /**
     * Asks for the scan. Another scan of that section, which runs by then, is not taken for it; while one does, a server may
     * begin nothing more.
     *
     * @param request {@code GET /library/sections/SECTION/refresh}, with the token
     * @return the end; set a limit with {@code orTimeout}, for a server may run nothing at all
     * @throws IOException if the server does not agree to scan
     */
    CompletableFuture<Ending> scan(String section, Request request) throws IOException {
        // snippet: scanAndWait
        // What runs by now is known from here on, and is not new. A list that cannot be had just now changes nothing.
        monitor.resync().exceptionally(noList -> null).join();
        CompletableFuture<ActivityHandle> next =
                monitor.trackNext(type("library.update.section").and(section(section)));
        try (Response answer = client.newCall(request).execute()) {
            if (!answer.isSuccessful()) {
                throw new IOException("the scan of section " + section + " was answered " + answer.code());
            }
        } catch (IOException e) {
            next.cancel(true);
            throw e;
        }
        return next.thenCompose(ActivityHandle::ended);
        // end
    }
}
