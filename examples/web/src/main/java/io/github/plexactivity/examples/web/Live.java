package io.github.plexactivity.examples.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.plexactivity.ActivityMonitor;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Tells pages what goes on, each by a listener of its own: the monitor tells a new one the present first, so a page that comes
 * back needs to be sent nothing it missed; and what a slow one is not quick enough for is taken together for it alone.
 */
final class Live implements HttpHandler {
    private static final int MOST_VIEWERS = 32;

    private final ActivityMonitor monitor;
    private final Semaphore seats = new Semaphore(MOST_VIEWERS);

    Live(ActivityMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            Answer.of(405, "This is only to be read.").to(exchange);
        } else if (!seats.tryAcquire()) {
            Answer.of(503, "Too many pages are open.").to(exchange);
        } else {
            try {
                stay(exchange);
            } finally {
                seats.release();
            }
        }
    }

    private void stay(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            Viewer viewer = new Viewer(exchange.getResponseBody());
            viewer.say("begin", "{}");
            ActivityMonitor.Registration registration = monitor.listen(viewer);
            try {
                viewer.awaitLeave();
            } finally {
                registration.close();
            }
        }
    }
}
