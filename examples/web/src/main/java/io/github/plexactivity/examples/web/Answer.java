package io.github.plexactivity.examples.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** A whole answer, unlike that to {@link Live}. */
record Answer(int status, String type, byte[] body) {

    static Answer of(int status, String sentence) {
        return new Answer(status, "text/plain; charset=utf-8", sentence.getBytes(UTF_8));
    }

    void to(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
