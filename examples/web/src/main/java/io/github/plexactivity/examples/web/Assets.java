package io.github.plexactivity.examples.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The files the page is made of. */
final class Assets implements HttpHandler {
    private final Map<String, Answer> files = Map.of(
            "/", file("dashboard.html", "text/html; charset=utf-8"),
            "/dashboard.css", file("dashboard.css", "text/css; charset=utf-8"),
            "/dashboard.js", file("dashboard.js", "text/javascript; charset=utf-8"),
            "/row.js", file("row.js", "text/javascript; charset=utf-8"),
            "/icon.svg", file("icon.svg", "image/svg+xml"));

    private static Answer file(String name, String type) {
        try (InputStream file = Assets.class.getResourceAsStream("/page/" + name)) {
            return new Answer(200, type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" ->
                files.getOrDefault(exchange.getRequestURI().getPath(), Answer.of(404, "There is no such page."))
                        .to(exchange);
            default -> Answer.of(405, "These are only to be read.").to(exchange);
        }
    }
}
