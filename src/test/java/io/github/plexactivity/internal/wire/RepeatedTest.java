package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.value.PlainMap;
import io.github.plexactivity.internal.value.PlainMapBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedTest {

    private final Repeated repeated = new Repeated();
    private final PlainMapBuilder builder = new PlainMapBuilder();

    private String text(String text) {
        char[] chars = ("before" + text + "behind").toCharArray();
        return repeated.text(chars, 6, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Scanning Movies", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aShortTextIsMadeOnce(String text) {
        String first = text(text);

        assertThat(first).isEqualTo(text);
        assertThat(text(text)).isSameAs(first);
    }

    @Test
    void aLongTextIsNotKept() {
        String text = "x".repeat(65);

        assertThat(text(text)).isEqualTo(text).isNotSameAs(text(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 5_000})
    void aTextIsTheSameWhereItsCharactersAreHoweverLong(int length) {
        String text = "x".repeat(length);
        char[] chars = ("before" + text + "behind").toCharArray();

        assertThat(repeated.same(text, chars, 6, length)).isTrue();
        chars[6 + length - 1] = 'y';
        assertThat(repeated.same(text, chars, 6, length)).isFalse();
    }

    @Test
    void everyTextIsItselfHoweverManyShareAPlace() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String text = "x".repeat(random.nextInt(12)) + random.nextInt(20_000) + (char) random.nextInt(0xFFFF);
            assertThat(text(text)).isEqualTo(text);
        }
    }

    @Test
    void textsThatDifferWhereItIsNotLookedAreToldApart() {
        assertThat(text("the same - - the end")).isEqualTo("the same - - the end");
        assertThat(text("the same + + the end")).isEqualTo("the same + + the end");
    }

    @Test
    void aShortMapIsMadeOnce() {
        builder.put("librarySectionID", "1");
        var first = repeated.map(builder);

        assertThat(repeated.map(builder)).isSameAs(first);
        builder.put("librarySectionID", "2");
        assertThat(repeated.map(builder)).containsEntry("librarySectionID", "2");
    }

    @Test
    void twoMapsThatLookAlikeAreBothMadeOnce() {
        var first = of("Aa");
        var second = of("BB"); // Of the same hash.

        assertThat(of("Aa")).isSameAs(first).containsEntry("key", "Aa");
        assertThat(of("BB")).isSameAs(second).containsEntry("key", "BB");
    }

    private PlainMap of(String value) {
        builder.put("key", value);
        return repeated.map(builder);
    }

    @Test
    void aMapThatMayBeLargeIsNotKept() {
        builder.put("list", List.of("1"));

        assertThat(repeated.map(builder)).isNotSameAs(repeated.map(builder)).isEqualTo(builder.build());
    }
}
