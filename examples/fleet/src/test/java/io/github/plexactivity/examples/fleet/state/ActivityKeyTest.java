package io.github.plexactivity.examples.fleet.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityKeyTest {

    @Test
    void aPlainNameIsReadable() {
        assertThat(new ActivityKey("living-room", "3f9e").text()).isEqualTo("living-room/3f9e");
    }

    @Test
    void slashesAndPercentSignsOfBothPartsComeBack() {
        for (String server : List.of("a/b", "a%2Fb", "%", "/", "ä ö", "%25")) {
            for (String uuid : List.of("u", "/", "u/v", "%2F", "/media/1/x y")) {
                ActivityKey key = new ActivityKey(server, uuid);
                assertThat(ActivityKey.read(key.text())).isEqualTo(key);
            }
        }
    }

    @Test
    void noTwoActivitiesShareAKey() {
        assertThat(new ActivityKey("a/b", "c").text()).isNotEqualTo(new ActivityKey("a", "b/c").text());
        assertThat(new ActivityKey("a%2Fb", "c").text()).isNotEqualTo(new ActivityKey("a/b", "c").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "server", "/uuid", "server/"})
    void anythingElseIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ActivityKey.read(text));
    }
}
