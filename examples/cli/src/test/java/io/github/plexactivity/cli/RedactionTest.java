package io.github.plexactivity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {
    private final Redaction redaction = new Redaction();

    @Test
    void whatIsTheSameStaysTheSameAndWhatDiffersDiffers() {
        assertThat(redaction.of("{\"title\":\"Salt Road\"}")).contains("{\"title\":\"title 1\"}");
        assertThat(redaction.of("{\"title\":\"Nine Bridges\"}")).contains("{\"title\":\"title 2\"}");
        assertThat(redaction.of("{\"title\":\"Salt Road\"}")).contains("{\"title\":\"title 1\"}");
    }

    @Test
    void kindsNumbersAndPlacesStay() {
        String harmless = "{\"event\":\"updated\",\"type\":\"media.download\",\"progress\":42.5,\"cancellable\":false,"
                + "\"Context\":{\"librarySectionID\":\"3\",\"key\":\"/library/metadata/8201/children\"},\"x\":null}";
        assertThat(redaction.of(harmless)).contains(harmless);
    }

    @Test
    void anyOtherTextGoesWhereverItStands() {
        assertThat(redaction.of(
                        "{\"Context\":{\"file\":\"/home/ada/film.mkv\",\"list\":[\"192.168.1.5\",{\"a\":\"ada\"}]},"
                                + "\"type\":\"X-Plex-Token=abc\",\"key\":\"/library/metadata/1?X-Plex-Token=abc\"}"))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("ada", "192.168", "abc"));
    }

    @Test
    void accountsAreCountedAndTheOwnerStaysTheOwner() {
        assertThat(redaction.of("{\"userID\":1}")).contains("{\"userID\":1}");
        assertThat(redaction.of("{\"userID\":71238}")).contains("{\"userID\":2}");
        assertThat(redaction.of("{\"userID\":\"71239\"}")).contains("{\"userID\":3}");
    }

    @Test
    void whatIsNoJsonIsLeftOut() {
        assertThat(redaction.of("<html>Salt Road</html>")).isEmpty();
        assertThat(redaction.of("{\"title\":\"Salt")).isEmpty();
    }
}
