package example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.plexactivity.ActivityMonitor;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A project whose one dependency is the library. */
class ConsumerTest {
    private static final Set<String> BROUGHT = Set.of(
            "plex-activity-monitor",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "annotations",
            "okhttp-eventsource",
            "launchdarkly-logging",
            "Java-WebSocket",
            "jackson-core",
            "slf4j-api",
            "jspecify");

    @Test
    void theLibraryBringsTheseAndNothingElse() {
        Set<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .filter(name -> !name.matches("junit-.*|opentest4j|apiguardian-api|surefire.*|maven-surefire.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(BROUGHT), jars);
    }

    @Test
    void theClassesOfOkHttpAreThereOnceAndOfFive() throws Exception {
        assertEquals(
                1,
                getClass()
                        .getClassLoader()
                        .resources("okhttp3/OkHttpClient.class")
                        .count());
        assertEquals("5", okhttp3.OkHttp.VERSION.split("\\.")[0]);
    }

    @Test
    void aMonitorFollowsAServer() throws Exception {
        try (OneServer server = new OneServer();
                ActivityMonitor monitor = ActivityMonitor.builder(server.uri()).build()) {
            monitor.start().get(20, TimeUnit.SECONDS);
            assertEquals(1, monitor.activities().size());
        }
    }
}
