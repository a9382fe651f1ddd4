package io.github.plexactivity;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.plexactivity.ActivityMonitor.Registration;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a hub of two servers answers and tells. */
@Timeout(60)
class ActivityHubTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final FakePlexServer attic = FakePlexServer.start();
    private final FakePlexServer cellar = FakePlexServer.start();
    private final ActivityHub hub =
            ActivityHub.builder().startEvery(Duration.ofMillis(1)).build();
    private final HubLedger ledger = new HubLedger();

    @AfterEach
    void close() {
        hub.close();
        attic.close();
        cellar.close();
    }

    private void addBoth() {
        hub.add("attic", attic.uri(), Quick::hurry);
        hub.add("cellar", cellar.uri(), Quick::hurry);
    }

    private void untilConnected(String server) {
        until(() -> hub.monitor(server).orElseThrow().status().state() == ConnectionState.CONNECTED);
    }

    @Test
    void aListenerIsToldTheServersNameBesideEachChange() {
        hub.listen(ledger);
        addBoth();
        ledger.await("attic synchronized 0", "cellar synchronized 0");
        Activity above = attic.begin("media.download", "Above");
        Activity below = cellar.begin("media.download", "Below");
        ledger.await("attic started Above", "cellar started Below");
        attic.advance(above.uuid(), 50);
        ledger.await("attic progress Above 50");
        attic.end(above.uuid());
        cellar.end(below.uuid());
        ledger.await("attic ended Above", "cellar ended Below");
        ledger.await("attic CONNECTED", "cellar CONNECTED");
    }

    @Test
    void anEndingIsHandedOnByTheWayItEnded() {
        CountDownLatch unknown = new CountDownLatch(1);
        hub.listen(new HubListener() {
            @Override
            public void onUnknownEnd(String server, Activity last) {
                if (server.equals("attic") && last.title().equals("Lost")) {
                    unknown.countDown();
                }
            }
        });
        addBoth();
        untilConnected("attic");
        Activity lost = attic.begin("media.download", "Lost");
        until(() -> hub.activities().containsKey(new ActivityHub.Key("attic", lost.uuid())));
        attic.vanish(lost.uuid());
        until(() -> unknown.getCount() == 0);
    }

    @Test
    void aListenerThatComesLateIsToldWhatRunsOnEachServer() {
        addBoth();
        attic.begin("media.download", "Above");
        cellar.begin("media.download", "Below");
        until(() -> hub.activities().size() == 2);
        hub.listen(ledger);
        ledger.await("attic started Above", "cellar started Below", "attic CONNECTED", "cellar CONNECTED");
    }

    @Test
    void aFilterChoosesOnAllServers() {
        hub.listen(ActivityFilter.type("library.*"), ledger);
        addBoth();
        attic.begin("media.download", "No");
        attic.begin("library.update.section", "Yes");
        cellar.begin("library.refresh.items", "Yes too");
        ledger.await("attic started Yes", "cellar started Yes too");
        assertThat(ledger.lines()).doesNotContain("attic started No");
    }

    @Test
    void oneViewShowsAllByServerAndUuid() {
        addBoth();
        untilConnected("attic");
        untilConnected("cellar");
        Activity above = attic.begin("media.download", "Above");
        attic.begin("media.download", "Above too");
        Activity below = cellar.begin("media.download", "Below");
        until(() -> hub.activities().size() == 3);
        Map<ActivityHub.Key, Activity> view = hub.activities();
        assertThat(view.get(new ActivityHub.Key("attic", above.uuid())))
                .extracting(Activity::title)
                .isEqualTo("Above");
        assertThat(view).containsKey(new ActivityHub.Key("cellar", below.uuid()));
        assertThat(view).doesNotContainKey(new ActivityHub.Key("cellar", above.uuid()));
        assertThat(view).isEqualTo(Map.copyOf(view));
        assertThat(hub.activities()).isSameAs(view);
        assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);

        cellar.end(below.uuid());
        until(() -> hub.activities().size() == 2);
        assertThat(view).hasSize(3);
    }

    @Test
    void cancellingAndTrackingIsDoneAtTheServersMonitor() throws Exception {
        addBoth();
        Activity job = cellar.begin("media.download", "Download");
        until(() -> hub.activities().size() == 1);
        ActivityHandle handle = hub.monitor("cellar").orElseThrow().track(job.uuid());
        assertThat(join(handle.cancel())).isEqualTo(CancelResult.ACCEPTED);
        join(handle.ended());
        assertThat(attic.cancelled()).isEmpty();
        assertThat(hub.monitor("loft")).isEmpty();
    }

    @Test
    void aServerThatIsRemovedIsHeardAndShownNoMoreAndTheOtherGoesOn() {
        hub.listen(ledger);
        addBoth();
        ledger.await("attic synchronized 0", "cellar synchronized 0");
        attic.begin("media.download", "Above");
        ledger.await("attic started Above");

        assertThat(hub.remove("attic")).isTrue();
        assertThat(hub.remove("attic")).isFalse();
        ledger.clear();
        assertThat(hub.activities()).isEmpty();
        assertThat(hub.statuses()).containsOnlyKeys("cellar");
        until(() -> Quick.openStreams(attic) == 0);
        cellar.begin("media.download", "Below");
        ledger.await("cellar started Below");
        assertThat(ledger.lines()).noneMatch(line -> line.startsWith("attic"));
        hub.add("attic", attic.uri(), Quick::hurry);
        ledger.await("attic started Above");
    }

    @Test
    void aListenerThatIsRemovedHearsNothingOfAnyServerThatIsOrComes() {
        hub.add("attic", attic.uri(), Quick::hurry);
        Registration registration = hub.listen(ledger);
        ledger.await("attic synchronized 0");
        registration.close();
        ledger.clear();
        HubLedger other = new HubLedger();
        hub.listen(other);
        hub.add("cellar", cellar.uri(), Quick::hurry);
        attic.begin("media.download", "Above");
        cellar.begin("media.download", "Below");
        other.await("attic started Above", "cellar started Below");
        assertThat(ledger.lines()).isEmpty();
    }

    @Test
    void whatAServerResumesIsKnownToTheListenersThereWereAndToldToThoseThatComeLater() {
        Activity kept = Quick.download("kept", 10);
        Activity gone = Quick.download("gone", 10);
        attic.appear(Quick.download("kept", 20));
        try (ActivityHub slow = ActivityHub.builder().startEvery(Quick.NEVER).build()) {
            slow.add("first", NOWHERE);
            slow.listen(ledger);
            ActivityMonitor second = slow.add(
                    "attic", attic.uri(), monitor -> Quick.hurry(monitor).resumeFrom(List.of(kept, gone)));
            HubLedger late = new HubLedger();
            slow.listen(late);
            second.start();
            ledger.await("attic progress Download 20", "attic ended Download");
            late.await("attic progress Download 20", "attic ended Download");
            assertThat(ledger.lines()).doesNotContain("attic started Download");
            assertThat(late.lines().stream().filter("attic started Download"::equals))
                    .hasSize(2);
        }
    }

    @Test
    void aNameIsTakenOnceAndIsNotBlank() {
        hub.add("attic", attic.uri());
        assertThatThrownBy(() -> hub.add("attic", cellar.uri()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attic");
        assertThatThrownBy(() -> hub.add(" ", cellar.uri())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.add("a\nb", cellar.uri())).isInstanceOf(IllegalArgumentException.class);
        assertThat(hub.statuses()).containsOnlyKeys("attic");
        assertThat(cellar.requests()).isEmpty();
    }

    @Test
    void settingsThatThrowAddNothing() {
        assertThatThrownBy(() -> hub.add("attic", attic.uri(), monitor -> monitor.token("not\nvisible")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.add("attic", URI.create("ftp://attic")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hub.statuses()).isEmpty();
        assertThat(hub.monitor("attic")).isEmpty();
        hub.add("attic", attic.uri());
        assertThat(hub.statuses()).containsOnlyKeys("attic");
    }

    @Test
    void aNameThatIsTakenWhileItsSettingsAreAskedForIsRefused() {
        assertThatThrownBy(() -> hub.add("attic", attic.uri(), monitor -> hub.add("attic", cellar.uri())))
                .isInstanceOf(IllegalArgumentException.class);
        until(() -> Quick.asked(cellar, Endpoint.EVENT_SOURCE) == 1);
        assertThat(hub.statuses()).containsOnlyKeys("attic");
        assertThat(attic.requests()).isEmpty();
    }
}
