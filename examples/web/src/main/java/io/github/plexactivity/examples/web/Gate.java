package io.github.plexactivity.examples.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/**
 * Lets in who asked for this very address from a page of its own, and sends every answer with the headers that hold the page
 * to its own files. Without it a foreign page in the same browser could cancel, or read along under a name that it makes point
 * here.
 */
final class Gate extends Filter {
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private final Set<String> names;

    Gate(String host, int port) {
        names = Set.copyOf(List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, host + ":" + port));
    }

    @Override
    public String description() {
        return "only from here";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Headers answer = exchange.getResponseHeaders();
        answer.set("Content-Security-Policy", POLICY);
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("Referrer-Policy", "no-referrer");
        answer.set("Cross-Origin-Resource-Policy", "same-origin");
        answer.set("Cross-Origin-Opener-Policy", "same-origin");
        answer.set("Cache-Control", "no-store");
        if (isFromHere(exchange.getRequestHeaders(), numbers(exchange.getLocalAddress()))) {
            chain.doFilter(exchange);
        } else {
            Answer.of(403, "This page is not for other sites.").to(exchange);
        }
    }

    /** What was asked by its numbers is no name that somebody else makes point here. */
    private static String numbers(InetSocketAddress reached) {
        return reached.getAddress().getHostAddress() + ":" + reached.getPort();
    }

    private boolean isFromHere(Headers asked, String numbers) {
        String host = asked.getFirst("Host");
        String origin = asked.getFirst("Origin");
        return host != null
                && (names.contains(host) || host.equals(numbers))
                && (origin == null || origin.equals("http://" + host));
    }
}
