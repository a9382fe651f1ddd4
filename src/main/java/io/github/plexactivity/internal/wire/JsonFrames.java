package io.github.plexactivity.internal.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads frame after frame with one parser, as if they were the values of one long document: to make a parser costs more
 * memory than to read a frame. After a broken frame another one begins. Used by one thread.
 */
final class JsonFrames {

    /** A parser remembers every name of a field, and keeps room for the longest text; so each reads this many frames. */
    private static final int MOST_FRAMES = 1_024;

    /** And none that is longer, but as its last. */
    private static final int LONGEST_FRAME = 1 << 14;

    private final FrameText text = new FrameText();

    /** Made with the first frame: most streams are quiet most of the time. */
    private @Nullable Repeated repeated;

    private @Nullable JsonValue value;
    private int frames;

    /**
     * Reads a frame.
     *
     * @param target given its value, at which the parser then stands
     * @return null, or in a short line that holds nothing of the frame what is wrong with it; what of it was handed on
     *     before stays so
     */
    @Nullable
    String read(String frame, WireValue.Elements target) {
        String fault = null;
        boolean reusable = false;
        try {
            fault = parse(frame, target);
            frames++;
            reusable = fault == null && !text.isEndTold() && frames < MOST_FRAMES && frame.length() <= LONGEST_FRAME;
        } catch (IOException e) {
            fault = JsonValue.fault(e);
        } finally {
            if (!reusable) {
                forget();
            }
        }
        return fault;
    }

    private @Nullable String parse(String frame, WireValue.Elements target) throws IOException {
        text.begin(frame);
        if (repeated == null) {
            repeated = new Repeated();
        }
        if (value == null) {
            value = JsonValue.of(text, repeated);
        }
        if (!value.next()) {
            return "an empty frame";
        }
        value.elements(target);
        return isBlank(value.passOver()) && isBlank(text.rest()) ? null : "something behind the value of a frame";
    }

    private void forget() {
        if (value != null) {
            value.close();
            value = null;
        }
        frames = 0;
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
