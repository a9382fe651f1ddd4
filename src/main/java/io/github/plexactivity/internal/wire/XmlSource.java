package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.MonitorException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Keeps from a parser what it should not be trusted with: a document type, which the JDK's parser reads to skip it and
 * trips over where it is broken, and a tag, text or comment without end, which it would hold in memory.
 */
final class XmlSource extends FilterReader {

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";
    private static final int LONGEST_PIECE = 1 << 22;

    private int piece;
    private int matched;

    XmlSource(Reader reader) {
        super(reader);
    }

    /** The parser begins with the next piece. */
    void begin() {
        piece = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            watch(target[i]);
        }
        piece += Math.max(count, 0);
        if (piece > LONGEST_PIECE) {
            throw new MonitorException.Malformed("the XML has a tag, a text or a comment that is too long", null);
        }
        return count;
    }

    /** Does nothing: the parser closes what it has read to its end, and the body is not its own. */
    @Override
    public void close() {}

    /** Also within a comment, where it would be harmless: no server writes one. */
    private void watch(char c) {
        if (c == DOCUMENT_TYPE.charAt(matched)) {
            matched++;
        } else {
            matched = c == '<' ? 1 : 0;
        }
        if (matched == DOCUMENT_TYPE.length()) {
            throw new MonitorException.Malformed("the XML has a document type", null);
        }
    }
}
