package io.github.plexactivity.examples.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.util.concurrent.CompletionException;

/** {@code DELETE /activities/UUID}, as the Plex server has it; answers a sentence to show. */
final class Cancelling implements HttpHandler {
    private final ActivityMonitor monitor;

    Cancelling(ActivityMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String uuid = path.substring(exchange.getHttpContext().getPath().length());
        Answer answer = exchange.getRequestMethod().equals("DELETE")
                ? cancel(uuid)
                : Answer.of(405, "An activity can only be cancelled.");
        answer.to(exchange);
    }

    private Answer cancel(String uuid) {
        try {
            CancelResult result = monitor.track(uuid).cancel().join();
            return Answer.of(result == CancelResult.ACCEPTED ? 202 : 409, Words.of(result));
        } catch (IllegalArgumentException e) {
            return Answer.of(400, "That is no activity.");
        } catch (CompletionException e) {
            String why =
                    e.getCause() instanceof MonitorException failure ? failure.getMessage() : "an unexpected error";
            return Answer.of(502, "It could not be cancelled: " + why);
        }
    }
}
