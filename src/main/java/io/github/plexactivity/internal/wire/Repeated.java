package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.value.PlainMap;
import io.github.plexactivity.internal.value.PlainMapBuilder;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a server says again and again, made once: types, titles, uuids, contexts. It remembers a bounded number of short
 * ones, each in one of two places that its looks lead to; what was forgotten is made anew. Used by one thread.
 */
final class Repeated {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST_TEXT = 64;

    private final @Nullable String[] texts = new String[PLACES];
    private final @Nullable PlainMap[] maps = new PlainMap[PLACES];
    private final char[] spread = new char[LONGEST_TEXT];

    /** The text that these characters are. */
    String text(char[] chars, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_TEXT) {
            return new String(chars, offset, length);
        }
        int place = place(looks(chars, offset, length));
        for (int either = place; either <= place + 1; either++) {
            String known = texts[either];
            if (known != null && same(known, chars, offset, length)) {
                return known;
            }
        }
        String text = new String(chars, offset, length);
        texts[place + 1] = texts[place];
        texts[place] = text;
        return text;
    }

    /** The map that is built. */
    PlainMap map(PlainMapBuilder builder) {
        if (!builder.isShort(LONGEST_TEXT)) {
            return builder.build();
        }
        int place = place(builder.hash());
        for (int either = place; either <= place + 1; either++) {
            PlainMap known = maps[either];
            if (known != null && builder.builds(known)) {
                return known;
            }
        }
        PlainMap map = builder.build();
        maps[place + 1] = maps[place];
        maps[place] = map;
        return map;
    }

    /** The first of two: else two texts that come by turns could drive each other out for ever. */
    private static int place(int hash) {
        return ((hash * 0x9e3779b9) >>> 20) & (PLACES - 2);
    }

    /** Not all of the characters: texts differ by their length and by how they end, and others just take turns. */
    private static int looks(char[] chars, int offset, int length) {
        int hash = length * 31 + chars[offset];
        for (int i = Math.max(0, length - 8); i < length; i++) {
            hash = hash * 31 + chars[offset + i];
        }
        return hash;
    }

    /** Whether the text is what these characters are. */
    boolean same(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        if (length > LONGEST_TEXT) {
            return text.contentEquals(CharBuffer.wrap(chars, offset, length));
        }
        text.getChars(0, length, spread, 0); // Copied and compared many at a time, which is faster than one by one.
        return Arrays.equals(spread, 0, length, chars, offset, offset + length);
    }
}
