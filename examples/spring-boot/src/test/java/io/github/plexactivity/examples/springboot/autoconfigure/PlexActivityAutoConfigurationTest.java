package io.github.plexactivity.examples.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

class PlexActivityAutoConfigurationTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TOKEN = "a-token-nobody-may-see";

    private final FakePlexServer plex = FakePlexServer.builder().token(TOKEN).start();
    private final ApplicationContextRunner without = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PlexActivityAutoConfiguration.class));
    private final ApplicationContextRunner with =
            without.withPropertyValues("plex.activity.server=" + plex.uri(), "plex.activity.token=" + TOKEN);

    @AfterEach
    void close() {
        plex.close();
    }

    @Test
    void withoutAServerThereIsNoMonitor() {
        without.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ActivityMonitor.class));
    }

    @Test
    void theMonitorStartsAndClosesWithTheContext() {
        AtomicReference<ActivityMonitor> monitor = new AtomicReference<>();
        with.run(context -> {
            monitor.set(context.getBean(ActivityMonitor.class));
            await().atMost(LONG).until(() -> monitor.get().status().state() == ConnectionState.CONNECTED);
        });
        assertThat(monitor.get().status().state()).isEqualTo(ConnectionState.CLOSED);
        await().atMost(LONG).until(() -> plex.openStreams(Transport.EVENT_SOURCE) == 0);
    }

    @Test
    void theApplicationStartsWhereTheServerDoesNotAnswer() {
        plex.faults().stop();
        with.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aMonitorOfTheApplicationsOwnIsTakenInstead() {
        try (ActivityMonitor own =
                ActivityMonitor.builder(plex.uri()).token(TOKEN).build()) {
            with.withBean(ActivityMonitor.class, () -> own).run(context -> {
                assertThat(context.getBean(ActivityMonitor.class)).isSameAs(own);
                await().atMost(LONG).until(() -> own.status().state() == ConnectionState.CONNECTED);
            });
        }
    }

    @Test
    void changesAreApplicationEvents() {
        with.withUserConfiguration(Hearing.class).run(context -> {
            Hearing hearing = context.getBean(Hearing.class);
            plex.awaitStream(Transport.EVENT_SOURCE, LONG);
            String uuid = plex.begin("library.update.section", "Scanning").uuid();
            plex.advance(uuid, 50);
            plex.end(uuid);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(hearing.changes).last().isInstanceOf(ActivityChange.Ended.class));
            assertThat(hearing.changes.get(0)).isInstanceOf(ActivityChange.Started.class);
            await().atMost(LONG).untilAsserted(() -> assertThat(hearing.states).contains(ConnectionState.CONNECTED));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://127.0.0.1/", "127.0.0.1:32400", "/activities"})
    void anAddressThatIsNoneFailsAtTheStart(String server) {
        with.withPropertyValues("plex.activity.server=" + server)
                .run(context ->
                        assertThat(context).getFailure().rootCause().isNotInstanceOf(NullPointerException.class));
    }

    @Test
    void aTokenThatCannotBeSentFailsAtTheStartWithoutBeingShown() {
        String broken = "half-a-secret\u00e9";
        with.withPropertyValues("plex.activity.token=" + broken).run(context -> {
            assertThat(context).hasFailed();
            StringWriter trace = new StringWriter();
            context.getStartupFailure().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("visible ASCII").doesNotContain("half-a-secret");
        });
    }

    @Test
    void theTokenIsNotInTheTextOfTheProperties() {
        PlexActivityProperties properties = new PlexActivityProperties(URI.create("http://a"), Token.valueOf(TOKEN));
        assertThat(properties.toString()).doesNotContain(TOKEN).contains("hidden");
    }

    @Test
    void anApplicationWithoutTheActuatorHasTheMonitorAlone() {
        with.withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ActivityMonitor.class)
                        .doesNotHaveBean("plexActivityHealthIndicator"));
    }

    @Test
    void theHealthCanBeSwitchedOff() {
        with.run(context -> assertThat(context).hasBean("plexActivityHealthIndicator"));
        with.withPropertyValues("management.health.plexactivity.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("plexActivityHealthIndicator"));
    }

    static class Hearing {
        final List<ActivityChange> changes = new CopyOnWriteArrayList<>();
        final List<ConnectionState> states = new CopyOnWriteArrayList<>();

        @EventListener
        void changed(ActivityChange change) {
            changes.add(change);
        }

        @EventListener
        void connected(ConnectionStatus status) {
            states.add(status.state());
        }
    }
}
