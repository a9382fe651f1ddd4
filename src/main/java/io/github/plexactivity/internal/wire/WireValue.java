package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.value.PlainMapBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One value where a parser stands, in JSON or in XML. It is read at most once and before the parser moves on; what was not
 * read is skipped. Scalars drift on this wire (numbers as text, truth as 0 and 1), so a value that cannot be understood
 * is empty and never an error: a bad field costs the field.
 */
interface WireValue {

    /** Containers within containers beyond this are left out. */
    int DEEPEST = 32;

    /** A text or a number as it was sent; empty for anything else. */
    String text() throws IOException;

    /** The same, and the known one itself if it says the same. */
    default String text(String known) throws IOException {
        String text = text();
        return text.equals(known) ? known : text;
    }

    /** The same, for a text that many activities have in common. */
    default String commonText(String known) throws IOException {
        return text(known);
    }

    /**
     * The value as an activity's maps hold it: String, Boolean, Long, Double, List or Map.
     *
     * @param depth how many levels of containers may be built; 0 for a scalar alone
     * @return null for a null, an infinite number, or a container too deep
     */
    @Nullable
    Object plain(int depth) throws IOException;

    /**
     * Hands on the fields of an object, in order and with repetitions.
     *
     * @return false if this is no object: nothing was handed on
     */
    boolean fields(Fields target) throws IOException;

    /** Hands on the elements of an array. Null has none, and anything else is its own only one. */
    void elements(Elements target) throws IOException;

    /** The finite number, also one sent as text; NaN if there is none. */
    default double number() throws IOException {
        return Scalars.number(plain(0));
    }

    /** The integer, also one sent as text; empty if there is none or it does not fit. */
    default OptionalLong whole() throws IOException {
        return Scalars.whole(plain(0));
    }

    /** Whether it is true, 1, or one of them as text. */
    default boolean truth() throws IOException {
        return Scalars.truth(plain(0));
    }

    /** The object as a map, empty if this is no object; the known one itself if it holds the same. */
    default Map<String, Object> map(Map<String, Object> known) throws IOException {
        Map<String, Object> map = object(DEEPEST);
        return map == null ? Map.of() : map.equals(known) ? known : map;
    }

    /** {@link #plain} for an object; null if it is none, or too deep. */
    default @Nullable Map<String, Object> object(int depth) throws IOException {
        if (depth == 0) {
            return null;
        }
        PlainFields fields = new PlainFields(depth - 1);
        return fields(fields) ? fields.entries.build() : null;
    }

    /** Takes the fields of an object as the entries of a map. */
    final class PlainFields implements Fields {
        final PlainMapBuilder entries = new PlainMapBuilder();
        private final int depth;

        PlainFields(int depth) {
            this.depth = depth;
        }

        @Override
        public void set(String name, WireValue value) throws IOException {
            Object plain = value.plain(depth);
            if (plain == null) {
                entries.remove(name); // The last of several fields of one name counts, also where it holds nothing.
            } else {
                entries.put(name, plain);
            }
        }
    }

    /** What takes the fields of an object. */
    interface Fields {
        /** Takes one; a name may come again, and then the last counts. */
        void set(String name, WireValue value) throws IOException;
    }

    /** What takes the elements of an array. */
    interface Elements {
        /** Takes the next. */
        void add(WireValue value) throws IOException;
    }
}
