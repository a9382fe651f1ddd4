package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.FakePlexServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Monitors in processes that are worse off than this one. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class OtherProcessesTest {

    private static final int MANY = 500;

    private final FakePlexServer server = FakePlexServer.start();
    /** Without a name to look up: that would take a file descriptor. */
    private final URI uri = URI.create("http://127.0.0.1:" + server.port());

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    /** Where an I has no dot, and where digits are others. */
    @ParameterizedTest
    @CsvSource({"tr, TR, EVENT_SOURCE", "ar, EG, WEB_SOCKET"})
    void anotherLanguageAndEncodingMakeNoDifference(String language, String country, Transport transport)
            throws Exception {
        List<String> options = List.of(
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Dfile.encoding=ISO-8859-1",
                "-Dsun.jnu.encoding=ISO-8859-1");
        try (Child child = Child.follow("", options, uri, transport, Transport.POLLING)) {
            child.await(0, "synchronized 0");
            Activity job = new Activity(
                    "I-1",
                    "LIBRARY.INDEX",
                    "Iıİi Ärger 東京 𝄞",
                    "",
                    OptionalDouble.of(12.5),
                    true,
                    OptionalLong.of(1),
                    Map.of("librarySectionID", "1234567"),
                    Map.of());
            server.started(job);
            child.await(0, "started LIBRARY.INDEX Iıİi Ärger 東京 𝄞 12.5 {librarySectionID=1234567}");
            server.end("I-1");
            child.await(0, "ended COMPLETED LIBRARY.INDEX Iıİi Ärger 東京 𝄞 100.0");
            assertThat(child.lines()).contains("connection CONNECTED " + transport);
            assertThat(child.end()).isZero();
        }
    }

    @Test
    void fiveHundredActivitiesFitIntoASmallHeap() throws Exception {
        try (Child child =
                Child.follow("", List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"), uri, Transport.EVENT_SOURCE)) {
            child.await(0, "synchronized 0");
            List<String> jobs = IntStream.range(0, MANY)
                    .mapToObj(
                            i -> server.begin("media.download", "Download " + i).uuid())
                    .toList();
            for (int progress = 10; progress < 100; progress += 30) {
                for (String job : jobs) {
                    server.advance(job, progress);
                }
            }
            jobs.forEach(server::end);
            Quick.until(() -> said(child, "ended ") == MANY);
            assertThat(said(child, "started ")).isEqualTo(MANY);
            assertThat(child.end()).isZero();
        }
    }

    /** How many different lines begin so. */
    private static long said(Child child, String beginning) {
        return child.lines().stream()
                .filter(line -> line.startsWith(beginning))
                .distinct()
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_SOURCE", "WEB_SOCKET"})
    void whatCannotBeUnderstoodIsALineOfTheLogThatHoldsNothingOfIt(Transport transport) throws Exception {
        try (Child child =
                Child.follow("", List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=debug"), uri, transport)) {
            child.await(0, "synchronized 0");
            for (String frame : List.of("peculiar", "{\"peculiar\":", "[peculiar]", "\"peculiar\"", "")) {
                server.faults().sendText(transport, "activity", frame);
            }
            server.faults().sendText(transport, "activity", "{\"ActivityNotification\":{\"peculiar\":1}}");
            server.begin("media.download", "Download");
            child.await(0, "started");
            assertThat(child.lines())
                    .filteredOn(line -> line.contains(transport + " brought "))
                    .allMatch(line -> line.contains("DEBUG io.github.plexactivity.ActivityMonitor - " + uri))
                    .extracting(line -> line.replaceFirst(".* brought (.*), which is left out", "$1"))
                    .contains("no JSON", "the JSON is cut short", "a notification without an event");
            assertThat(child.lines()).noneMatch(line -> line.contains("peculiar"));
            assertThat(child.end()).isZero();
        }
    }

    @Test
    void withoutFileDescriptorsItTellsAndWithThemItRecoversAndLeaksNone() throws Exception {
        try (Child child = Child.follow("ulimit -n 64;", List.of(), uri, (Object[]) Transport.values())) {
            child.await(0, "connection CONNECTED EVENT_SOURCE");
            child.await(0, "synchronized 0");
            long before = child.openFiles();
            server.faults().stop();
            child.await(0, "connection WAITING: ");
            child.ask('t');
            child.await(0, "taken true");
            int said = child.lines().size();
            server.faults().restart();
            child.await(said, "connection WAITING: ");
            child.await(child.lines().size(), "connection WAITING: ");
            assertThat(child.lines().subList(said, child.lines().size()))
                    .noneMatch(line -> line.startsWith("connection CONNECTED"));

            child.ask('g');
            child.await(said, "connection CONNECTED ");
            String job = server.begin("media.download", "Download").uuid();
            child.await(said, "started");
            server.end(job);
            child.await(said, "ended ");
            Quick.until(() -> child.openFiles() <= before + 4);
            assertThat(child.end()).isZero();
            assertThat(child.lines()).endsWith("closed");
        }
    }
}
