package io.github.plexactivity.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainMapTest {

    private static Map<String, Object> numbered(int entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = entries; i > 0; i--) {
            map.put("key " + i, (long) i);
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 10, 1_000})
    void equalsTheMapItWasMadeOfAndKeepsItsOrder(int entries) {
        Map<String, Object> map = numbered(entries);

        PlainMap copy = PlainMap.copyOf(map);

        assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map).hasSize(entries);
        assertThat(map).isEqualTo(copy);
        assertThat(copy).isEqualTo(PlainMap.copyOf(new HashMap<>(map)));
        assertThat(new ArrayList<>(copy.entrySet())).isEqualTo(new ArrayList<>(map.entrySet()));
        map.forEach((key, value) -> assertThat(copy).containsEntry(key, value).containsKey(key));
        assertThat(copy.entrySet()).hasSize(entries).isEqualTo(map.entrySet());
        assertThat(copy.get("none")).isNull();
        assertThat(copy.get(null)).isNull();
        assertThat(copy.containsKey("none")).isFalse();
        assertThat(copy.getOrDefault("none", "else")).isEqualTo("else");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9})
    void differsByAValueByAKeyAndByAnEntryMore(int entries) {
        PlainMap map = PlainMap.copyOf(numbered(entries));
        Map<String, Object> otherValue = numbered(entries);
        otherValue.put("key 1", "another");
        Map<String, Object> otherKey = numbered(entries - 1);
        otherKey.put("another", 1L);

        assertThat(map)
                .isNotEqualTo(PlainMap.copyOf(otherValue))
                .isNotEqualTo(PlainMap.copyOf(otherKey))
                .isNotEqualTo(PlainMap.copyOf(numbered(entries + 1)))
                .isNotEqualTo(PlainMap.copyOf(numbered(entries - 1)))
                .isNotEqualTo("no map");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9})
    void isChangedByNobody(int entries) {
        PlainMap map = PlainMap.copyOf(numbered(entries));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("key 1", 2L));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.remove("key 1"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.entrySet().iterator().next().setValue(2L));
        assertThat(map).isEqualTo(numbered(entries));
    }

    @Test
    void isNotReadBeyondItsEnd() {
        var entries = PlainMap.copyOf(Map.of()).entrySet().iterator();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
    }

    @Test
    void whatLiesInItIsCopiedToo() {
        Map<String, Object> inner = new HashMap<>(Map.of("a", 1L));
        List<Object> list = new ArrayList<>(List.of(inner, "b", List.of(2.5, true)));

        PlainMap map = PlainMap.copyOf(Map.of("list", list));
        inner.put("a", 2L);
        list.clear();

        assertThat(map).isEqualTo(Map.of("list", List.of(Map.of("a", 1L), "b", List.of(2.5, true))));
        assertThat(map.get("list"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .isInstanceOf(PlainMap.class);
    }

    @Test
    void isItsOwnCopy() {
        PlainMap map = PlainMap.copyOf(numbered(2));

        assertThat(PlainMap.copyOf(map)).isSameAs(map);
        assertThat(PlainMap.copyOf(Map.of())).isSameAs(PlainMap.copyOf(new HashMap<>()));
    }

    @Test
    void refusesWhatIsNotPlain() {
        assertThatThrownBy(() -> PlainMap.copyOf(Map.of("since", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a context holds String, Boolean, Long, Double, List and Map, not java.lang.Integer");
        Map<String, Object> none = new HashMap<>();
        none.put("none", null);
        assertThatThrownBy(() -> PlainMap.copyOf(none))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a value of a context");
    }
}
