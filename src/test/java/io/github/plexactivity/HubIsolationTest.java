package io.github.plexactivity;

import static io.github.plexactivity.Quick.SOON;
import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.internal.transport.RawServer;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server, a supplier or a listener that goes wrong costs the others nothing. */
@Timeout(60)
class HubIsolationTest {

    private static final URI REFUSED = URI.create("http://127.0.0.1:9");
    private static final String FLOOD =
            "event: activity\ndata: {\"ActivityNotification\":{\"event\":\"%s\",\"uuid\":\"%s\",\"Activity\":{\"uuid\":\"%s\","
                    + "\"type\":\"flood\",\"title\":\"Flood\",\"progress\":%d}}}\n\n";

    private final FakePlexServer good = FakePlexServer.start();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ActivityHub hub =
            ActivityHub.builder().startEvery(Duration.ofMillis(1)).build();
    private final Goods goods = new Goods();

    /** Hears of one server what it wants to, and of the others only that they speak. */
    private static final class Goods extends HubLedger {
        private final AtomicInteger others = new AtomicInteger();

        @Override
        public void onStarted(String server, Activity activity) {
            if (server.equals("good")) {
                super.onStarted(server, activity);
            } else {
                others.incrementAndGet();
            }
        }

        @Override
        public void onProgress(String server, Activity previous, Activity current) {
            if (server.equals("good")) {
                super.onProgress(server, previous, current);
            }
        }
    }

    @AfterEach
    void close() {
        end.countDown();
        hub.close();
        good.close();
    }

    private void requireThatTheGoodOneIsHeard() throws Exception {
        ActivityMonitor monitor = hub.add("good", good.uri(), Quick::hurry);
        until(() -> monitor.status().state() == ConnectionState.CONNECTED);
        Activity job = good.begin("media.download", "Download");
        goods.await("good started Download");
        good.advance(job.uuid(), 50);
        goods.await("good progress Download 50");
        good.end(job.uuid());
        goods.await("good ended Download");
        join(monitor.track(job.uuid()).ended());
        join(monitor.resync());
        assertThat(monitor.statistics().reconnects()).isZero();
    }

    private String awaitTheEnd() {
        try {
            end.await(2 * SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "token";
    }

    @Test
    void aDeadServerABlackHoleAndSuppliersThatFailOrHangCostTheOthersNothing() throws Exception {
        hub.listen(goods);
        try (RawServer blackHole = RawServer.startBeforeHead(RawServer.Connection::stall)) {
            hub.add("dead", REFUSED, Quick::hurry);
            hub.add("black hole", blackHole.uri(), Quick::hurry);
            hub.add(
                    "without a token",
                    good.uri(),
                    monitor -> Quick.hurry(monitor).token(() -> {
                        throw new IllegalStateException("no token today");
                    }));
            hub.add(
                    "waiting for a token",
                    good.uri(),
                    monitor -> Quick.hurry(monitor).token(this::awaitTheEnd));
            assertThatThrownBy(() -> hub.add("unsettled", good.uri(), monitor -> {
                        throw new IllegalStateException("no settings today");
                    }))
                    .hasMessage("no settings today");
            requireThatTheGoodOneIsHeard();
            until(() -> hub.monitor("dead").orElseThrow().status().failures() > 2);
            until(() -> blackHole.accepted() > 0);
            assertThat(hub.statuses())
                    .containsOnlyKeys("dead", "black hole", "without a token", "waiting for a token", "good");
            assertThat(hub.statuses().values().stream().filter(status -> status.state() == ConnectionState.CONNECTED))
                    .hasSize(1);
            hub.close();
        }
    }

    @Test
    void aServerThatFloodsAndListsGarbageCostsTheOthersNothing() throws Exception {
        hub.listen(goods);
        try (RawServer hostile = RawServer.start(HubIsolationTest::beHostile)) {
            hub.add("hostile", hostile.uri(), monitor -> Quick.hurry(monitor).maxActivities(1_000));
            until(() -> goods.others.get() > 100);
            requireThatTheGoodOneIsHeard();
            int heard = goods.others.get();
            until(() -> goods.others.get() > heard);
            hub.close();
        }
    }

    private static void beHostile(RawServer.Connection connection) throws IOException {
        if (connection.head().startsWith("GET /activities")) {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n"
                    + "{\"MediaContainer\":{\"size\":\"all\"");
            return;
        }
        connection.send(RawServer.EVENT_STREAM);
        while (true) {
            String uuid = UUID.randomUUID().toString();
            connection.send(FLOOD.formatted("started", uuid, uuid, 0) + FLOOD.formatted("ended", uuid, uuid, 100)
                    + "event: activity\ndata: {[\n\n");
        }
    }

    @Test
    void aListenerThatBlocksOrThrowsHoldsUpNoOtherListenerSupplierOrFuture() throws Exception {
        hub.listen(new HubListener() {
            @Override
            public void onStarted(String server, Activity activity) {
                awaitTheEnd();
            }
        });
        hub.listen(new HubListener() {
            @Override
            public void onStarted(String server, Activity activity) {
                throw new IllegalStateException("no listener today");
            }
        });
        hub.listen(goods);
        good.begin("media.download", "Before");
        requireThatTheGoodOneIsHeard();
        hub.add("second", good.uri(), monitor -> Quick.hurry(monitor).token(() -> "token"));
        goods.await("second CONNECTED", "second synchronized 1");
    }
}
