package io.github.plexactivity.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.plexactivity.internal.value.PlainMap;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The value at which a JSON parser stands: one object for all the values of a document, since the parser moves under it.
 *
 * <p>A document nested deeper than 1,000, or with a text or number of more than 4 Mi characters, is refused as a whole.
 */
final class JsonValue implements WireValue, AutoCloseable {

    private static final int LONGEST_TEXT = 1 << 22;
    private static final int SURELY_LONG = 18;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxStringLength(LONGEST_TEXT)
                    // Numbers are never made a BigInteger here, so long ones cost no more than texts.
                    .maxNumberLength(LONGEST_TEXT)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Names made to collide are then no longer shared, instead of ending in an unchecked exception.
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonParser parser;
    private final Repeated repeated;
    private final ExpectedNames names = new ExpectedNames();
    private final PlainFields shallow = new PlainFields(DEEPEST - 1);
    private final StringWriter behind = new StringWriter(0);
    private OptionalLong latest = OptionalLong.empty();

    private JsonValue(JsonParser parser, Repeated repeated) {
        this.parser = parser;
        this.repeated = repeated;
    }

    /** Reads a stream of characters, which stays open; {@link #next} leads to its value. */
    static JsonValue of(Reader reader, Repeated repeated) throws IOException {
        return new JsonValue(JSON.createParser(reader), repeated);
    }

    /** Goes on to the next value of the document; false at its end. */
    boolean next() throws IOException {
        names.backTo(0);
        return parser.nextToken() != null;
    }

    @Override
    public String text() throws IOException {
        return hasText() ? parser.getText() : "";
    }

    @Override
    public String text(String known) throws IOException {
        return says(known) ? known : text();
    }

    @Override
    public String commonText(String known) throws IOException {
        return says(known) ? known : commonText();
    }

    private String commonText() throws IOException {
        return hasText()
                ? repeated.text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                : "";
    }

    private boolean says(String known) throws IOException {
        return hasText()
                && repeated.same(known, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private boolean hasText() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public double number() throws IOException {
        return isSurelyLong() ? parser.getLongValue() : WireValue.super.number();
    }

    @Override
    public OptionalLong whole() throws IOException {
        if (!isSurelyLong()) {
            return WireValue.super.whole();
        }
        long whole = parser.getLongValue();
        if (latest.isEmpty() || latest.getAsLong() != whole) {
            latest = OptionalLong.of(whole);
        }
        return latest;
    }

    @Override
    public boolean truth() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_TRUE
                || (parser.currentToken() != JsonToken.VALUE_FALSE && WireValue.super.truth());
    }

    @Override
    public Map<String, Object> map(Map<String, Object> known) throws IOException {
        shallow.entries.clear();
        if (!fields(shallow)) {
            return Map.of();
        }
        return known instanceof PlainMap map && shallow.entries.builds(map) ? map : repeated.map(shallow.entries);
    }

    @Override
    public @Nullable Object plain(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> commonText();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> finite();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(depth);
            case START_ARRAY -> list(depth);
            default -> null;
        };
    }

    private boolean isSurelyLong() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= SURELY_LONG;
    }

    private @Nullable Object integer() throws IOException {
        if (isSurelyLong()) {
            return parser.getLongValue();
        }
        OptionalLong whole = Scalars.integer(parser.getText());
        return whole.isPresent() ? (Object) whole.getAsLong() : finite();
    }

    private @Nullable Object finite() throws IOException {
        double number = parser.getDoubleValue();
        return Double.isFinite(number) ? (Object) number : null;
    }

    private @Nullable List<Object> list(int depth) throws IOException {
        if (depth == 0) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        elements(element -> {
            Object plain = element.plain(depth - 1);
            if (plain != null) {
                list.add(plain);
            }
        });
        return list;
    }

    @Override
    public boolean fields(Fields target) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren(); // Here, so that a broken array costs one complaint: its own.
            return false;
        }
        for (String name = names.next(parser); name != null; name = names.next(parser)) {
            parser.nextToken();
            target.set(name, this);
            parser.skipChildren();
        }
        return true;
    }

    @Override
    public void elements(Elements target) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            int before = names.place();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                names.backTo(before);
                target.add(this);
                parser.skipChildren();
            }
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            target.add(this);
        }
    }

    /** What was read from the stream, and does not belong to the values read so far; it is then passed over. */
    String passOver() throws IOException {
        parser.finishToken(); // A text is read to its end only on demand.
        if (parser.releaseBuffered(behind) <= 0) {
            return "";
        }
        String rest = behind.toString();
        behind.getBuffer().setLength(0);
        return rest;
    }

    /** Gives back the parser's buffers. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a parser that closes no source has no reason to fail", e);
        }
    }

    /** What is wrong with a document, in one line that holds nothing of it. */
    static String fault(IOException e) {
        if (e instanceof JsonEOFException) {
            return "the JSON is cut short";
        }
        if (e instanceof StreamConstraintsException) {
            return "the JSON is nested too deep, or a text in it is too long";
        }
        return "no JSON";
    }
}
