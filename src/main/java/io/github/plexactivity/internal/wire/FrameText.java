package io.github.plexactivity.internal.wire;

import java.io.Reader;

/** The text of one frame after the other, as one parser reads them. Each ends where it ends, until the next begins. */
final class FrameText extends Reader {

    private String text = "";
    private int next;
    private boolean endTold;

    /** The parser is to read this text. */
    void begin(String frame) {
        text = frame;
        next = 0;
        endTold = false;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (next == text.length()) {
            endTold = true;
            return -1;
        }
        int count = Math.min(length, text.length() - next);
        text.getChars(next, next + count, target, offset);
        next += count;
        return count;
    }

    /** Whether a parser was told of the end, which it takes for the end of all. */
    boolean isEndTold() {
        return endTold;
    }

    /** What was not read yet. */
    String rest() {
        return next == text.length() ? "" : text.substring(next);
    }

    @Override
    public void close() {}
}
