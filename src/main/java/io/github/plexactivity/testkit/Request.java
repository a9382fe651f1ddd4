package io.github.plexactivity.testkit;

import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A request the server was sent.
 *
 * @param endpoint which way in it took
 * @param method in capitals
 * @param url in full; it holds the token where the client put it there
 * @param headers all of them, the token's included
 */
public record Request(Endpoint endpoint, String method, HttpUrl url, Headers headers) {

    /**
     * The path.
     *
     * @return encoded, without the query
     */
    public String path() {
        return url.encodedPath();
    }

    /**
     * One header.
     *
     * @param name in any case
     * @return its last value, if it was sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * One parameter of the query.
     *
     * @param name as sent
     * @return its first value, decoded, if it was sent
     */
    public Optional<String> query(String name) {
        return Optional.ofNullable(url.queryParameter(name));
    }

    /**
     * The method and the path alone, since the rest may hold a token.
     *
     * @return for example {@code GET /activities}
     */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
