package io.github.plexactivity.testkit;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingDeque;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** What every request passes: it is remembered, perhaps refused, asked for its token, answered, perhaps kept waiting. */
final class Front {
    private static final int MOST_REQUESTS = 1_000;

    private final LinkedBlockingDeque<Request> requests = new LinkedBlockingDeque<>();
    private final Behaviour behaviour;
    private final Subscribers subscribers;
    private final Routes routes;
    private final Duration heartbeat;

    Front(Behaviour behaviour, Subscribers subscribers, Routes routes, Duration heartbeat) {
        this.behaviour = behaviour;
        this.subscribers = subscribers;
        this.routes = routes;
        this.heartbeat = heartbeat;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The same front, for one opening of the port. */
    Dispatcher on(MockWebServer server, Connections connections) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
                // The server keeps each request until somebody takes it.
                server.takeRequest();
                return answer(recorded, connections);
            }
        };
    }

    private MockResponse answer(RecordedRequest recorded, Connections connections) throws InterruptedException {
        Request request = new Request(
                Endpoint.of(recorded.getMethod(), recorded.getUrl().pathSegments()),
                recorded.getMethod(),
                recorded.getUrl(),
                recorded.getHeaders());
        remember(request);
        boolean comesIn = behaviour.refusal(request.endpoint()).isEmpty() && behaviour.letsIn(request);
        boolean stream = request.endpoint() == Endpoint.EVENT_SOURCE || request.endpoint() == Endpoint.WEB_SOCKET;
        if (comesIn && stream) {
            behaviour.gates.pass(request.endpoint());
            return open(request, recorded, connections.at(recorded.getConnectionIndex()));
        }
        MockResponse answer = comesIn ? routes.answer(request) : refusal(request);
        behaviour.gates.pass(request.endpoint());
        return answer;
    }

    private void remember(Request request) {
        requests.add(request);
        if (requests.size() > MOST_REQUESTS) {
            requests.poll();
        }
    }

    private MockResponse refusal(Request request) {
        return behaviour
                .refusal(request.endpoint())
                .map(refusal -> Answers.page(refusal.status(), Answers.reason(refusal.status()), refusal.headers()))
                .orElseGet(() -> Answers.page(401));
    }

    /** A stream counts from before its head is sent: what is told after the client saw the head reaches it. */
    private MockResponse open(Request request, RecordedRequest recorded, Socket connection) {
        String key = request.headers().get("Sec-WebSocket-Key");
        boolean webSocket = request.endpoint() == Endpoint.WEB_SOCKET;
        if (webSocket && (key == null || !asksForUpgrade(request))) {
            return Answers.page(400, "Not a WebSocket handshake", Headers.of());
        }
        boolean chunked = !recorded.getVersion().equals("HTTP/1.0");
        Subscriber subscriber = new Subscriber(
                webSocket ? new WebSocketDialect(behaviour) : new EventSourceDialect(chunked),
                new Filters(request.url().queryParameter("filters")),
                connection);
        subscribers.add(subscriber);
        return (key != null && webSocket ? upgrade(key) : events(chunked))
                .socketHandler(socket -> {
                    subscriber.serve(socket, heartbeat, behaviour);
                    subscribers.remove(subscriber);
                })
                .build();
    }

    /** Proxies that are not told to pass it on take it away. */
    private static boolean asksForUpgrade(Request request) {
        return request.header("Upgrade").orElse("").equalsIgnoreCase("websocket")
                && request.header("Connection")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("upgrade");
    }

    private static MockResponse.Builder upgrade(String key) {
        return Answers.head(101)
                .removeHeader("Content-Length")
                .setHeader("Connection", "Upgrade")
                .setHeader("Upgrade", "websocket")
                .setHeader("Sec-WebSocket-Accept", WebSocketDialect.accept(key));
    }

    /** Clients of HTTP/1.0, plain nginx among them, know no chunks: the body lasts as long as the connection. */
    private static MockResponse.Builder events(boolean chunked) {
        return Answers.head(200)
                .removeHeader("Content-Length")
                .setHeader("Content-Type", "text/event-stream")
                .setHeader("Cache-Control", "no-cache")
                .setHeader(chunked ? "Transfer-Encoding" : "Connection", chunked ? "chunked" : "close");
    }
}
