package io.github.plexactivity.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    private static final ServerAddress PLAIN = address("http://plex:32400");

    @ParameterizedTest
    @CsvSource({
        "http://plex:32400, http://plex:32400/activities",
        "http://plex:32400/, http://plex:32400/activities",
        "HTTPS://Plex.example/media, https://plex.example/media/activities",
        "https://plex.example/media/, https://plex.example/media/activities",
        "http://[::1]:32400/a%2Fb, http://[::1]:32400/a%2Fb/activities",
    })
    void aPathIsKeptAsAPrefix(String server, String list) {
        assertThat(address(server).activities()).hasToString(list);
    }

    @Test
    void theStreamsAskForActivitiesAlone() {
        assertThat(PLAIN.eventSource()).hasToString("http://plex:32400/:/eventsource/notifications?filters=activity");
        assertThat(PLAIN.webSocket()).hasToString("http://plex:32400/:/websockets/notifications?filters=activity");
        assertThat(address("https://plex.example/a").webSocket())
                .hasToString("https://plex.example/a/:/websockets/notifications?filters=activity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:32400",
                "ftp://plex",
                "plex",
                "/plex",
                "http://user:s3cret@plex:32400",
                "http://plex:32400/?X-Plex-Token=s3cret",
                "http://plex:32400/#s3cret",
                "http://s3cret@plex_server:32400",
                "http://plex_server:32400",
                "http:s3cret",
                "http:///s3cret",
                "http://plex:99999/s3cret",
            })
    void anAddressThatIsNotOneIsRefusedWithoutShowingIt(String server) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address(server))
                .withMessageStartingWith("the server's address ")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void anUnderscoreIsNamedAsTheLikelyReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address("http://plex_server:32400"))
                .withMessageContaining("underscore");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "../x, ..%2Fx",
        "a/b?c#d, a%2Fb%3Fc%23d",
        "%2e%2e, %252e%252e",
        "a b\u00e9, a%20b%C3%A9",
        "..., ...",
    })
    void aUuidIsOneSegmentWhateverItHolds(String uuid, String segment) {
        assertThat(PLAIN.activity(uuid)).hasToString("http://plex:32400/activities/" + segment);
    }

    @Test
    void aLongUuidIsKeptWhole() {
        String uuid = "x".repeat(10_000);
        assertThat(PLAIN.activity(uuid).pathSegments()).containsExactly("activities", uuid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "\ud800"})
    void aUuidThatWouldMeanAnotherResourceIsRefused(String uuid) {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.activity(uuid));
    }

    @Test
    void whatIsShownHoldsNoSecret() {
        assertThat(ServerAddress.shown(
                        PLAIN.eventSource().newBuilder().username("u").build()))
                .hasToString("http://plex:32400/:/eventsource/notifications");
    }

    private static ServerAddress address(String server) {
        return ServerAddress.of(URI.create(server));
    }
}
