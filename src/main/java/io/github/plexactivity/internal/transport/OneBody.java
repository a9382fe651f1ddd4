package io.github.plexactivity.internal.transport;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.logging.LDLogger;
import java.io.InputStream;
import java.net.URI;

/**
 * Gives an event source the body of an answer that is there already. It never connects, so that it can neither send a
 * header anywhere nor come back to life after it was closed.
 */
final class OneBody extends ConnectStrategy {

    private final InputStream body;
    private final URI origin;

    OneBody(InputStream body, URI origin) {
        this.body = body;
        this.origin = origin;
    }

    @Override
    public Client createClient(LDLogger logger) {
        return new Client() {
            @Override
            public Result connect(String lastEventId) {
                return new Result(body, origin, body);
            }

            @Override
            public boolean awaitClosed(long timeoutMillis) {
                return true;
            }

            @Override
            public URI getOrigin() {
                return origin;
            }

            @Override
            public void close() {
                // Whoever opened the body closes it.
            }
        };
    }
}
