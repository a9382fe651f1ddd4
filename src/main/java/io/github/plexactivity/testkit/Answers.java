package io.github.plexactivity.testkit;

import mockwebserver3.MockResponse;
import okhttp3.Headers;

/** Answers in the server's form. */
final class Answers {

    private Answers() {}

    static MockResponse empty() {
        return head(200).build();
    }

    /** Sends an empty answer, and then does something. */
    static MockResponse emptyThen(Runnable then) {
        return head(200).socketHandler(socket -> then.run()).build();
    }

    static MockResponse named(String uuid) {
        return head(200).setHeader("X-Plex-Activity", uuid).build();
    }

    static MockResponse text(String contentType, String body) {
        return head(200).setHeader("Content-Type", contentType).body(body).build();
    }

    /** What the server, or a proxy, says when it says no: a page for people. */
    static MockResponse page(int status, String message, Headers headers) {
        MockResponse.Builder answer = head(status).setHeader("Content-Type", "text/html");
        headers.forEach(header -> answer.setHeader(header.getFirst(), header.getSecond()));
        return answer.body("<html><head><title>" + message + "</title></head><body><h1>" + status + " " + message
                        + "</h1></body></html>")
                .build();
    }

    static MockResponse page(int status) {
        return page(status, reason(status), Headers.of());
    }

    static MockResponse.Builder head(int status) {
        return new MockResponse.Builder()
                .status("HTTP/1.1 " + status + " " + reason(status))
                .setHeader("X-Plex-Protocol", "1.0");
    }

    static String reason(int status) {
        return switch (status) {
            case 101 -> "Switching Protocols";
            case 200 -> "OK";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 307 -> "Temporary Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
