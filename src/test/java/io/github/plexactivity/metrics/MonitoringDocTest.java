package io.github.plexactivity.metrics;

import static io.github.plexactivity.Quick.join;
import static io.github.plexactivity.Quick.until;
import static io.github.plexactivity.metrics.MonitoringSnippets.isAlive;
import static io.github.plexactivity.metrics.MonitoringSnippets.isReady;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.Quick;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.testkit.FakePlexServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds docs/monitoring.md to the meters that there are, and runs the rules it gives. */
@Timeout(60)
class MonitoringDocTest {

    private static final Path PAGE = Path.of("docs/monitoring.md");
    private static final Pattern ROW = Pattern.compile("\\| `(plex[\\w.]+)` \\|(.*?)\\| (\\w*) ?\\| \\w.* \\|");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Duration PERIOD = Duration.ofSeconds(60);

    @Test
    void theRowsAreTheMetersWithTheirTagsAndUnits() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Map<String, String> there = new TreeMap<>();
        Map<String, Set<String>> words = new TreeMap<>();
        try (ActivityMonitor monitor =
                ActivityMonitor.builder(URI.create("http://127.0.0.1:1")).build()) {
            MonitoringSnippets.bind(monitor, registry);
            for (Meter meter : registry.getMeters()) {
                Meter.Id id = meter.getId();
                there.put(id.getName(), Objects.toString(id.getBaseUnit(), ""));
                Set<String> tags = words.computeIfAbsent(id.getName(), name -> new TreeSet<>());
                for (Tag tag : id.getTags()) {
                    tags.add(tag.getKey());
                    tags.add(tag.getValue());
                }
            }
        }
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            documented.put(row.group(1), row.group(3));
            Set<String> tags = new TreeSet<>();
            WORD.matcher(row.group(2)).results().forEach(word -> tags.add(word.group(1)));
            assertThat(tags).as("tags of %s", row.group(1)).isEqualTo(words.get(row.group(1)));
        }
        assertThat(documented).isEqualTo(there);
    }

    @Test
    void eachServerOfAHubHasItsMetersWhileItIsThere() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ActivityHub hub = ActivityHub.builder().build()) {
            MonitoringSnippets.bindServer(hub, "attic", URI.create("http://127.0.0.1:1"), registry);
            int one = registry.getMeters().size();
            MonitoringSnippets.bindServer(hub, "cellar", URI.create("http://127.0.0.1:1"), registry);
            assertThat(registry.getMeters()).hasSize(2 * one);
            MonitoringSnippets.unbindServer(hub, "attic", registry);
            assertThat(registry.getMeters())
                    .hasSize(one)
                    .allMatch(meter -> "cellar".equals(meter.getId().getTag("server")));
        }
    }

    @Test
    void aMonitorIsAliveUntilItIsClosedAndReadyWhileItFollows() throws Exception {
        ActivityMonitor monitor;
        try (FakePlexServer server = FakePlexServer.start();
                ActivityMonitor following = Quick.monitor(server).build()) {
            monitor = following;
            assertThat(isAlive(monitor.status())).isTrue();
            assertThat(isReady(monitor.status(), Instant.now(), PERIOD)).isFalse();
            join(monitor.start());
            assertThat(isReady(monitor.status(), Instant.now(), PERIOD)).isTrue();
            server.faults().stop();
            until(() -> !isReady(following.status(), Instant.now(), PERIOD));
            assertThat(isAlive(monitor.status())).isTrue();
            server.faults().restart();
            until(() -> isReady(following.status(), Instant.now(), PERIOD));
        }
        assertThat(isAlive(monitor.status())).isFalse();
        assertThat(isReady(monitor.status(), Instant.now(), PERIOD)).isFalse();
    }

    @Test
    void whatWasReadTooLongAgoDoesNotMakeReady() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(isReady(synchronizedAt(now.minusSeconds(179)), now, PERIOD)).isTrue();
        assertThat(isReady(synchronizedAt(now.minusSeconds(180)), now, PERIOD)).isFalse();
    }

    private static ConnectionStatus synchronizedAt(Instant last) {
        return new ConnectionStatus(
                ConnectionState.CONNECTED,
                Optional.empty(),
                last,
                Optional.empty(),
                Optional.of(last),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
