package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.RecordingListener;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A monitor that is closed by code it calls itself, wherever that is. */
@Timeout(60)
class ClosingInsideTest {

    private final FakePlexServer server = FakePlexServer.start();
    private final RecordingListener listener = new RecordingListener();
    private final CompletableFuture<ActivityMonitor> built = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private void close() {
        built.join().close();
        closed.complete(null);
    }

    /** A whole story, more than once, until somebody has closed the monitor in the middle of it. */
    private void endsSomewhereOn(ActivityMonitor.Builder builder, BiConsumer<ActivityMonitor, Runnable> trap)
            throws Exception {
        ActivityMonitor monitor = builder.build();
        trap.accept(monitor, this::close);
        monitor.listen(listener);
        built.complete(monitor);
        monitor.start();
        until(() -> {
            Activity job = server.begin("media.download", "Download");
            server.advance(job.uuid(), 50);
            server.end(job.uuid());
            return closed.isDone();
        });
        join(closed);
        assertThat(monitor.status().state()).isEqualTo(ConnectionState.CLOSED);
        until(() -> Quick.threads().isEmpty());
        until(() -> Quick.openStreams(server) == 0);
        int told = listener.ledger().size();
        int requests = server.requests().size();
        server.begin("media.download", "Heard by nobody");
        monitor.close();
        assertThat(listener.ledger()).hasSize(told);
        assertThat(server.requests()).hasSize(requests);
    }

    /** Closes in one of its callbacks. */
    private record Closing(String where, Runnable close) implements ActivityListener, ActivityFilter {

        private void close(String here) {
            if (here.equals(where)) {
                close.run();
            }
        }

        @Override
        public boolean test(Activity activity) {
            close("filter");
            return true;
        }

        @Override
        public void onStarted(Activity activity) {
            close("onStarted");
        }

        @Override
        public void onProgress(Activity previous, Activity current) {
            close("onProgress");
        }

        @Override
        public void onCompleted(Activity last) {
            close("onCompleted");
        }

        @Override
        public void onSynchronized(Map<String, Activity> activities) {
            close("onSynchronized");
        }

        @Override
        public void onConnection(ConnectionStatus status) {
            close("onConnection");
        }
    }

    static Stream<Arguments> aCallback() {
        return Stream.of("filter", "onStarted", "onProgress", "onCompleted", "onSynchronized", "onConnection")
                .flatMap(where -> Stream.of(Arguments.of(where, false), Arguments.of(where, true)));
    }

    /** With a direct executor the thread that closes is one that reads, or one that asks for the list. */
    @ParameterizedTest
    @MethodSource
    void aCallback(String where, boolean direct) throws Exception {
        ActivityMonitor.Builder builder = Quick.monitor(server);
        if (direct) {
            builder.callbackExecutor(Runnable::run);
        }
        endsSomewhereOn(builder, (monitor, close) -> {
            Closing listener = new Closing(where, close);
            monitor.listen(listener, listener);
        });
    }

    static Stream<Named<BiConsumer<ActivityMonitor, Runnable>>> whatDependsOnAFuture() {
        return Stream.of(
                Named.of("start", (monitor, close) -> monitor.start().thenRun(close)),
                Named.of(
                        "resync",
                        (monitor, close) -> monitor.start()
                                .thenCompose(done -> monitor.resync())
                                .thenRun(close)),
                Named.of(
                        "trackNext",
                        (monitor, close) ->
                                monitor.trackNext(ActivityFilter.any()).thenRun(close)),
                Named.of(
                        "ended",
                        (monitor, close) -> monitor.trackNext(ActivityFilter.any())
                                .thenCompose(ActivityHandle::ended)
                                .thenRun(close)),
                Named.of(
                        "cancel",
                        (monitor, close) -> monitor.track("none").cancel().thenRun(close)));
    }

    @ParameterizedTest
    @MethodSource
    void whatDependsOnAFuture(BiConsumer<ActivityMonitor, Runnable> trap) throws Exception {
        endsSomewhereOn(Quick.monitor(server), trap);
    }

    @ParameterizedTest
    @MethodSource("whatDependsOnAFuture")
    void whatDependsOnAFutureOnAThreadOfTheMonitorsOwn(BiConsumer<ActivityMonitor, Runnable> trap) throws Exception {
        endsSomewhereOn(Quick.monitor(server).callbackExecutor(Runnable::run), trap);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSubscriber(boolean onSubscribe) throws Exception {
        endsSomewhereOn(
                Quick.monitor(server),
                (monitor, close) -> monitor.changes(ActivityFilter.any()).subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        if (onSubscribe) {
                            close.run();
                        }
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(ActivityChange change) {
                        close.run();
                    }

                    @Override
                    public void onError(Throwable error) {
                        closed.completeExceptionally(error);
                    }

                    @Override
                    public void onComplete() {}
                }));
    }

    @Test
    void theTokenSupplier() throws Exception {
        endsSomewhereOn(
                Quick.monitor(server).token(() -> {
                    close();
                    return "token";
                }),
                (monitor, close) -> {});
    }

    @Test
    void theCallbackExecutor() throws Exception {
        endsSomewhereOn(
                Quick.monitor(server).callbackExecutor(task -> {
                    if (built.isDone()) {
                        close();
                    }
                    ForkJoinPool.commonPool().execute(task);
                }),
                (monitor, close) -> {});
    }

    @Test
    void theThreadFactory() throws Exception {
        endsSomewhereOn(
                Quick.monitor(server).threadFactory(task -> {
                    close();
                    return new Thread(task);
                }),
                (monitor, close) -> {});
    }

    @Test
    void anInterceptorOfTheClient() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    close();
                    return chain.proceed(chain.request());
                })
                .build();
        endsSomewhereOn(Quick.monitor(server).client(client), (monitor, close) -> {});
    }

    @Test
    void theDnsOfTheClient() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .dns(host -> {
                    close();
                    return List.of(InetAddress.getByName(host));
                })
                .build();
        endsSomewhereOn(Quick.monitor(server).client(client), (monitor, close) -> {});
    }

    @Test
    void theReplyThatItsInterceptorSees() throws Exception {
        endsSomewhereOn(Quick.monitor(server), (monitor, close) -> {
            OkHttpClient client = new OkHttpClient.Builder()
                    .addInterceptor(monitor.interceptor())
                    .addInterceptor(chain -> {
                        close.run();
                        return chain.proceed(chain.request());
                    })
                    .build();
            monitor.start().thenRunAsync(() -> get(client));
        });
    }

    private void get(OkHttpClient client) {
        Request request =
                new Request.Builder().url(server.uri() + "/activities").build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        } catch (IOException e) {
            closed.completeExceptionally(e);
        }
    }
}
