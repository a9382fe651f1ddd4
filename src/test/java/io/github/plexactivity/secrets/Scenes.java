package io.github.plexactivity.secrets;

import static io.github.plexactivity.internal.transport.WebSocketPeer.switching;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.internal.transport.WebSocketPeer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** All ways to fail. Many servers echo what they were sent wherever an answer has room for it. */
final class Scenes {

    /** The password of a proxy, which nothing may show either. */
    static final String PASSWORD = "pr0xy-S3cret-9dKw2LmQ";

    private static final String LIST = "{\"MediaContainer\":{\"size\":0}}";

    private Scenes() {}

    static List<Scene> all() {
        List<Scene> all = new ArrayList<>();
        all.addAll(connections());
        statuses().forEach(all::add);
        answers().map(Scene::answering).forEach(all::add);
        redirects().forEach(all::add);
        all.addAll(streams());
        all.addAll(tls());
        all.addAll(proxies());
        all.addAll(callers());
        return all;
    }

    private static List<Scene> connections() {
        return List.of(
                Scene.of("reset", RawServer.Connection::reset),
                Scene.of("hung up", connection -> {}),
                Scene.of("no answer", RawServer.Connection::awaitHangUp)
                        .with((builder, server) -> builder.connectTimeout(Duration.ofMillis(200))),
                Scene.of("refused", connection -> {}).with((builder, server) -> server.close()));
    }

    private static Stream<Scene> statuses() {
        return Stream.of(302, 400, 401, 403, 404, 407, 429, 500, 503)
                .map(status -> Scene.answering("HTTP/1.1 " + status + " {t}\r\nX-Echo: {t}\r\nServer: {t}\r\n"
                        + "WWW-Authenticate: Basic realm=\"{t}\"\r\nSet-Cookie: a={t}\r\nRetry-After: {t}\r\n"
                        + "Date: {t}\r\nContent-Type: text/html-{t}\r\n\r\n<html>{t}"));
    }

    private static Stream<String> answers() {
        return Stream.of(
                "{t}\r\n\r\n",
                "HTTP/1.1 {t}\r\n\r\n",
                "HTTP/{t} 200 OK\r\n\r\n",
                "HTTP/1.1 200 {t}\r\nContent-Type: text/html-{t}; charset={t}\r\n\r\n<html>{t}",
                "HTTP/1.1 200 {t}\r\nContent-Type: text/event-stream\r\nContent-Encoding: {t}\r\n\r\n{t}",
                "HTTP/1.1 200 {t}\r\nContent-Type: text/event-stream\r\nContent-Length: {t}\r\n\r\ndata: {t}",
                "HTTP/1.1 200 a\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{t}\r\n",
                "HTTP/1.1 200 b\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: {t}\r\n\r\n{t}\r\n",
                "HTTP/1.1 200 c\r\nContent-Encoding: gzip\r\n\r\n{t}",
                "HTTP/1.1 200 d\r\n\r\n{\"MediaContainer\":{\"size\":{t}",
                "HTTP/1.1 200 e\r\n\r\n<MediaContainer size=\"{t}\"><{t}/>",
                "HTTP/1.1 200 f\r\n\r\n{t}",
                "HTTP/1.1 101 {t}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: {t}\r\n\r\n",
                "HTTP/1.1 101 g\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Extensions: {t}\r\n\r\n",
                "HTTP/1.1 100 {t}\r\nX-Echo: {t}\r\n\r\nHTTP/1.1 405 {t}\r\n{t}\r\n: {t}\r\n\r\n",
                "HTTP/1.1 204 {t}\r\nContent-Length: 5\r\n\r\n{t}");
    }

    private static Stream<Scene> redirects() {
        return Stream.of(
                        "http://localhost:1/?X-Plex-Token={u}",
                        "https://127.0.0.1:1/{u}",
                        "/again",
                        "/again?X-Plex-Token={u}",
                        "//{u}.example/",
                        "ftp://{u}/",
                        "{u}://{u}:{u}@[{u}]:{u}/",
                        "")
                .map(target -> Scene.answering(
                                "HTTP/1.1 307 There\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n")
                        .named("redirect to " + target));
    }

    /** Both kinds of streams open, and break. */
    private static List<Scene> streams() {
        return List.of(
                Scene.of("broken events", connection -> {
                    String token = connection.header("X-Plex-Token");
                    connection.send(RawServer.EVENT_STREAM + "event: activity\nid: " + token + "\nretry: " + token
                            + "\ndata: {" + token + "\n\ndata: " + "x".repeat(2_000_000));
                    connection.awaitHangUp();
                }),
                Scene.of("broken frames", connection -> {
                    connection.send(switching(connection));
                    connection.send(WebSocketPeer.text("{broken")).send(new byte[] {-1, 0x7f, 0, 0});
                    connection.awaitHangUp();
                }),
                Scene.of("closed as unwanted", connection -> {
                    connection.send(switching(connection)).send(WebSocketPeer.close(1008, "no"));
                    connection.awaitHangUp();
                }),
                Scene.of("list unreadable", connection -> {
                    if (connection.head().contains(":/eventsource")) {
                        connection.send(RawServer.EVENT_STREAM + "data: {}\n\n");
                        connection.awaitHangUp();
                    } else {
                        connection.send("HTTP/1.1 403 " + connection.header("X-Plex-Token") + "\r\n\r\n");
                    }
                }));
    }

    private static List<Scene> tls() {
        return List.of(
                secure("good, and to plain HTTP", Certificates::good),
                secure("self-signed", Certificates::selfSigned),
                secure("expired", Certificates::expired),
                secure("another host", Certificates::forAnotherHost),
                new Scene(
                                "no TLS",
                                "https",
                                () -> RawServer.startBeforeHead(
                                        connection -> connection.send("HTTP/1.1 400 a\r\n\r\n")),
                                (builder, server) -> {})
                        .withClient(Certificates::client));
    }

    private static Scene secure(String name, Supplier<SSLContext> identity) {
        return new Scene(
                        name,
                        "https",
                        () -> RawServer.start(
                                identity.get().getServerSocketFactory(),
                                connection -> connection.send("HTTP/1.1 307 There\r\nLocation: http://"
                                        + Certificates.HOST + ":"
                                        + connection.socket().getLocalPort() + "/?t="
                                        + connection.header("X-Plex-Token") + "\r\nContent-Length: 0\r\n\r\n")),
                        (builder, server) -> {})
                .withClient(Certificates::client);
    }

    private static List<Scene> proxies() {
        return Stream.of("http", "https")
                .map(scheme -> new Scene(
                        "proxy that refuses credentials, to " + scheme,
                        scheme,
                        () -> RawServer.start(connection -> connection.send("HTTP/1.1 407 "
                                + connection.header("Proxy-Authorization") + "\r\nProxy-Authenticate: Basic realm=\""
                                + connection.header("Proxy-Authorization") + "\"\r\nContent-Length: 0\r\n\r\n")),
                        (builder, proxy) -> builder.client(through(proxy))))
                .toList();
    }

    private static OkHttpClient through(RawServer proxy) {
        String credentials = Credentials.basic("me", PASSWORD);
        return Certificates.client()
                .proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", credentials)
                                .build())
                .build();
    }

    /** What the caller brings fails. */
    private static List<Scene> callers() {
        Scene empty = Scene.of("empty list", connection -> connection.send("HTTP/1.1 200 OK\r\n\r\n" + LIST));
        return List.of(
                empty.named("no thread to read with")
                        .with((builder, server) -> builder.threadFactory(task -> {
                            throw new IllegalStateException("no thread");
                        })),
                empty.named("an executor that refuses")
                        .with((builder, server) -> builder.callbackExecutor(task -> {
                            throw new RejectedExecutionException("no");
                        })));
    }
}
