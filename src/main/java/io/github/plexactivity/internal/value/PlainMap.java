package io.github.plexactivity.internal.value;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of String, Boolean, Long, Double, List and Map, in the order it was made in. An activity has one with
 * an entry or two, and there may be a hundred thousand activities: a few entries lie side by side in one array and are
 * searched from the front.
 */
public final class PlainMap extends AbstractMap<String, Object> {

    /** More would be slow to search from the front. */
    static final int FEW = 8;

    /** About what a key or a value takes beside its characters. */
    private static final long ENTRY_BYTES = 32;

    private static final PlainMap EMPTY = new PlainMap(new Object[0]);

    /** A key, its value, the next key, its value. Empty where there are many entries. */
    private final Object[] few;

    /** Empty where there are few. */
    private final Map<String, Object> many;

    private PlainMap(Object[] few) {
        this.few = few;
        this.many = Collections.emptyMap();
    }

    private PlainMap(Map<String, Object> many) {
        this.few = EMPTY.few;
        this.many = Collections.unmodifiableMap(many);
    }

    /**
     * A copy that nothing can change, nor what lies in it; the map itself if it is one.
     *
     * @throws IllegalArgumentException if it holds a value of another kind
     * @throws NullPointerException if it holds a null
     */
    public static PlainMap copyOf(Map<?, ?> map) {
        if (map instanceof PlainMap plain) {
            return plain;
        }
        if (map.isEmpty()) {
            return EMPTY;
        }
        PlainMapBuilder copy = new PlainMapBuilder();
        map.forEach((key, value) -> copy.put((String) requireNonNull(key), value));
        return copy.build();
    }

    static PlainMap ofFew(Object[] line, int length) {
        return length == 0 ? EMPTY : new PlainMap(Arrays.copyOf(line, length));
    }

    static PlainMap ofMany(Map<String, Object> entries) {
        return new PlainMap(entries);
    }

    /** Whether its few entries are the ones that lie in this line, in this order. */
    boolean lies(Object[] line, int length) {
        return Arrays.equals(few, 0, few.length, line, 0, length);
    }

    /** About how many bytes it takes, if its texts take one for each character. */
    public long weight() {
        long weight = 0;
        for (Object part : few) {
            weight += weight(part);
        }
        for (Map.Entry<String, Object> entry : many.entrySet()) {
            weight += weight(entry.getKey()) + weight(entry.getValue());
        }
        return weight;
    }

    private static long weight(Object part) {
        long weight = ENTRY_BYTES;
        if (part instanceof String text) {
            weight += text.length();
        } else if (part instanceof PlainMap map) {
            weight += map.weight();
        } else if (part instanceof List<?> list) {
            for (Object element : list) {
                weight += weight(element);
            }
        }
        return weight;
    }

    @Override
    public int size() {
        return few.length / 2 + many.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        for (int i = 0; i < few.length; i += 2) {
            if (few[i].equals(key)) {
                return few[i + 1];
            }
        }
        return many.get(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (other instanceof PlainMap map && many.isEmpty() && map.lies(few, few.length)) {
            return true;
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = many.hashCode();
        for (int i = 0; i < few.length; i += 2) {
            hash += few[i].hashCode() ^ few[i + 1].hashCode();
        }
        return hash;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return many.isEmpty() ? new Few() : many.entrySet();
    }

    private final class Few extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return few.length / 2;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < few.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return Map.entry((String) few[next - 2], few[next - 1]);
                }
            };
        }
    }
}
