package io.github.plexactivity.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainMapBuilderTest {

    private final PlainMapBuilder builder = new PlainMapBuilder();

    private void put(int entries) {
        for (int i = 0; i < entries; i++) {
            builder.put("key " + i, "value " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void buildsWhatALinkedMapWouldHold(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            builder.clear();
            Map<String, Object> linked = new LinkedHashMap<>();
            for (int step = 0; step < 30; step++) {
                String key = "key " + random.nextInt(12);
                if (random.nextInt(4) == 0) {
                    builder.remove(key);
                    linked.remove(key);
                } else {
                    builder.put(key, (long) step);
                    linked.put(key, (long) step);
                }
                assertThat(new ArrayList<>(builder.build().entrySet())).isEqualTo(new ArrayList<>(linked.entrySet()));
            }
        }
    }

    @Test
    void whatWasBuiltStaysAsItIs() {
        put(9);
        PlainMap nine = builder.build();
        builder.put("key 9", "value 9");
        assertThat(nine).hasSize(9);

        builder.clear();
        put(2);
        PlainMap two = builder.build();
        builder.put("key 0", "another");
        builder.remove("key 1");
        assertThat(two).isEqualTo(Map.of("key 0", "value 0", "key 1", "value 1"));
    }

    @Test
    void recognizesAMapOfTheSameFewEntriesInTheSameOrder() {
        put(2);
        PlainMap two = builder.build();
        int hash = builder.hash();
        assertThat(builder.builds(two)).isTrue();

        builder.put("key 1", "another");
        assertThat(builder.builds(two)).isFalse();
        assertThat(builder.hash()).isNotEqualTo(hash);

        builder.put("key 1", "value 1");
        assertThat(builder.builds(two)).isTrue();
        assertThat(builder.hash()).isEqualTo(hash);

        builder.put("key 2", "value 2");
        assertThat(builder.builds(two)).isFalse();
    }

    @Test
    void isShortWithFewShortScalars() {
        put(8);
        assertThat(builder.isShort(7)).isTrue();
        assertThat(builder.isShort(6)).isFalse();

        builder.put("key 8", "value 8");
        assertThat(builder.isShort(7)).isFalse();
        assertThat(builder.builds(builder.build())).isFalse();

        builder.clear();
        builder.put("list", List.of());
        assertThat(builder.isShort(7)).isFalse();
        builder.put("list", Map.of());
        assertThat(builder.isShort(7)).isFalse();
        builder.put("list", 1L);
        assertThat(builder.isShort(7)).isTrue();
    }
}
