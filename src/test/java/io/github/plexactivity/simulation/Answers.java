package io.github.plexactivity.simulation;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityInterceptor;
import io.github.plexactivity.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The server's answers to what an application asks of it, as they come through the interceptor; there is no network. */
final class Answers {

    static final URI SERVER = URI.create("http://127.0.0.1:32400");

    private static final OkHttpClient PLAIN = new OkHttpClient();

    private final OkHttpClient client;

    Answers(Face face) {
        client = PLAIN.newBuilder()
                .addInterceptor(face.interceptor())
                .addInterceptor(chain -> answer(chain.request()))
                .build();
    }

    /** An answer with these headers arrives; answers the activity that the interceptor tied it to. */
    Optional<ActivityHandle> arrives(Headers headers) {
        Request request = new Request.Builder()
                .url(SERVER.resolve("/library/sections/1/refresh").toString())
                .tag(Headers.class, headers)
                .build();
        try (Response answer = client.newCall(request).execute()) {
            return ActivityInterceptor.handleOf(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response answer(Request request) {
        Headers headers = request.tag(Headers.class);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .headers(headers == null ? Headers.of() : headers)
                .body(ResponseBody.EMPTY)
                .build();
    }
}
