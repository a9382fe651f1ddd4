package io.github.plexactivity.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.internal.transport.RawServer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * A way to fail.
 *
 * @param name for people
 * @param scheme of the server's address
 * @param server a server that fails so
 * @param change what is otherwise about the monitor, given where the server listens
 */
record Scene(
        String name, String scheme, Supplier<RawServer> server, BiConsumer<ActivityMonitor.Builder, RawServer> change) {

    /** Over plain HTTP, with nothing odd about the monitor. */
    static Scene of(String name, RawServer.Script script) {
        return new Scene(name, "http", () -> RawServer.start(script), (builder, server) -> {});
    }

    /** A server that answers every request with this, {@code {t}} being the token it was sent, {@code {u}} as in a URL. */
    static Scene answering(String answer) {
        return of(answer.lines().findFirst().orElse("nothing"), connection -> {
            String token = connection.header("X-Plex-Token");
            connection.send(answer.replace("{t}", token).replace("{u}", URLEncoder.encode(token, UTF_8)));
            connection.socket().shutdownOutput();
            connection.awaitHangUp();
        });
    }

    Scene named(String better) {
        return new Scene(better, scheme, server, change);
    }

    Scene with(BiConsumer<ActivityMonitor.Builder, RawServer> more) {
        return new Scene(name, scheme, server, change.andThen(more));
    }

    Scene withClient(Supplier<OkHttpClient.Builder> client) {
        return with((builder, at) -> builder.client(client.get().build()));
    }

    /** Where the monitor believes the server to be. */
    URI address(RawServer listening) {
        String host = scheme.equals("https") ? Certificates.HOST : "127.0.0.1";
        return URI.create(scheme + "://" + host + ":" + listening.port());
    }
}
