package io.github.plexactivity.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields in the order they came last: documents of one kind, and the elements of one array, nearly always
 * have the same. To see that a name is the expected one costs a parser less than to find out which it is. Used by one
 * thread.
 */
final class ExpectedNames {

    private static final int MOST = 64;
    private static final int LONGEST = 64;

    private final @Nullable SerializedString[] names = new SerializedString[MOST];
    private int place;

    /** How many names were read of this document. */
    int place() {
        return place;
    }

    /** What is read next has the same names as what was read when so many had been. */
    void backTo(int earlier) {
        place = earlier;
    }

    /** Reads the next name within an object; null at its end. */
    @Nullable
    String next(JsonParser parser) throws IOException {
        if (place == MOST) {
            return parser.nextFieldName();
        }
        SerializedString expected = names[place];
        if (expected == null) {
            String name = parser.nextFieldName();
            return name == null ? null : noted(name);
        }
        if (parser.nextFieldName(expected)) {
            place++;
            return expected.getValue();
        }
        return parser.currentToken() == JsonToken.FIELD_NAME ? passed(parser.currentName()) : null;
    }

    /** Fields may be left out: those that are passed over are expected again the next time. */
    private String passed(String name) {
        for (int later = place + 1; later < MOST; later++) {
            SerializedString expected = names[later];
            if (expected == null) {
                break;
            }
            if (expected.getValue().equals(name)) {
                place = later + 1;
                return name;
            }
        }
        return noted(name);
    }

    private String noted(String name) {
        if (name.length() <= LONGEST) {
            names[place] = new SerializedString(name);
            place++;
        }
        return name;
    }
}
