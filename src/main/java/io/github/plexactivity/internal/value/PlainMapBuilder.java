package io.github.plexactivity.internal.value;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link PlainMap} in the making; used again and again by one thread. Of several entries of one key the last counts. */
public final class PlainMapBuilder {

    private final Object[] line = new Object[2 * PlainMap.FEW];
    private int length;
    private @Nullable Map<String, Object> many;

    /** Forgets the entries. */
    public void clear() {
        length = 0;
        many = null;
    }

    /**
     * Adds an entry, or gives the key another value in its place.
     *
     * @param value copied where it could be changed
     * @throws IllegalArgumentException if the value is of a kind that is not plain
     */
    public void put(String key, Object value) {
        Object frozen = frozen(value);
        if (many != null) {
            many.put(key, frozen);
            return;
        }
        int place = place(key);
        if (place == line.length) {
            spread().put(key, frozen);
            return;
        }
        line[place] = key;
        line[place + 1] = frozen;
        length = Math.max(length, place + 2);
    }

    /** Takes an entry out, if it is there. */
    public void remove(String key) {
        if (many != null) {
            many.remove(key);
            return;
        }
        int place = place(key);
        if (place < length) {
            System.arraycopy(line, place + 2, line, place, length - place - 2);
            length -= 2;
        }
    }

    /** The map. */
    public PlainMap build() {
        return many == null ? PlainMap.ofFew(line, length) : PlainMap.ofMany(new LinkedHashMap<>(many));
    }

    /** Whether this map would be built, as far as that is quickly seen: of few entries, in the same order. */
    public boolean builds(PlainMap map) {
        return many == null && map.lies(line, length);
    }

    /** Whether it holds few entries, none of them a container or a text of more characters than these. */
    public boolean isShort(int longest) {
        for (int i = 0; i < length; i++) {
            boolean large = line[i] instanceof String text
                    ? text.length() > longest
                    : line[i] instanceof Map || line[i] instanceof List;
            if (large) {
                return false;
            }
        }
        return many == null;
    }

    /** The same for all builders that build the same few entries in the same order. */
    public int hash() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + line[i].hashCode();
        }
        return hash;
    }

    /** Where the key is, or where it would be added. */
    private int place(String key) {
        int place = 0;
        while (place < length && !line[place].equals(key)) {
            place += 2;
        }
        return place;
    }

    private Map<String, Object> spread() {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < length; i += 2) {
            entries.put((String) line[i], line[i + 1]);
        }
        length = 0;
        many = entries;
        return entries;
    }

    private static Object frozen(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return PlainMap.copyOf(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainMapBuilder::frozen).toList();
        }
        throw new IllegalArgumentException("a context holds String, Boolean, Long, Double, List and Map, not "
                + requireNonNull(value, "a value of a context").getClass().getName());
    }
}
