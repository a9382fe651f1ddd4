package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.MonitorException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is refused where it grows too large. The refusal is unchecked, and so passes through a parser as it is. */
final class BoundedBody extends FilterInputStream {

    /** How many bytes a body may have, after decompression. */
    static final int MOST = 64 << 20;

    private int length;

    BoundedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int got = super.read(target, offset, count);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        length += bytes;
        if (length > MOST) {
            throw new MonitorException.Malformed("the list of activities is larger than 64 MiB", null);
        }
    }
}
