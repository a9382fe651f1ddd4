package io.github.plexactivity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityFilterTest {

    private static Activity activity(String type, Map<String, Object> context) {
        return new Activity("a", type, "", "", OptionalDouble.empty(), false, OptionalLong.of(7), context, Map.of());
    }

    private static Activity about(String name, Object value) {
        return activity("", Map.of(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "library.*, library.update.section, true",
        "library.*, libraryXupdate, false",
        "*, butler, true",
        "butler, butler, true",
        "butler, butler.task, false",
        "*.section, library.update.section, true",
        "media.*.x, media.y.x, true",
        "\\E.*\\Q, anything, false",
    })
    void aTypeMatchesByItsPattern(String pattern, String type, boolean matches) {
        assertThat(ActivityFilter.type(pattern).test(activity(type, Map.of()))).isEqualTo(matches);
    }

    @Test
    void aSectionMatchesAsTextAndAsANumber() {
        ActivityFilter third = ActivityFilter.section("3");
        assertThat(third.test(about("librarySectionID", "3"))).isTrue();
        assertThat(third.test(about("librarySectionID", 3L))).isTrue();
        assertThat(third.test(about("librarySectionID", "33"))).isFalse();
        assertThat(third.test(activity("", Map.of()))).isFalse();
    }

    @Test
    void anItemMatchesItselfAndWhatLiesBelow() {
        ActivityFilter item = ActivityFilter.item("/library/metadata/1");
        assertThat(item.test(about("key", "/library/metadata/1"))).isTrue();
        assertThat(item.test(about("key", "/library/metadata/1/children"))).isTrue();
        assertThat(item.test(about("key", "/library/metadata/12"))).isFalse();
    }

    @Test
    void filtersCombine() {
        Activity mine = activity("butler", Map.of());
        ActivityFilter both = ActivityFilter.user(7).and(ActivityFilter.type("butler"));
        assertThat(both.test(mine)).isTrue();
        assertThat(both.and(ActivityFilter.user(1)).test(mine)).isFalse();
        assertThat(ActivityFilter.user(1).or(both).test(mine)).isTrue();
        assertThat(ActivityFilter.any().negate().test(mine)).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without its checks can do
    void whatIsMissingIsToldAtOnce() {
        assertThatNullPointerException()
                .isThrownBy(() -> ActivityFilter.section(null))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> ActivityFilter.item(null))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> ActivityFilter.any().and(null))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> ActivityFilter.any().or(null))
                .withMessage("other");
    }
}
