package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.io.InputStream;

/**
 * What comes from a socket, read in larger pieces than it is asked for while there is much of it: each read of a socket
 * costs the same, however short. A burst begins where whoever reads asks what is at hand; where nobody asks, nothing is
 * read ahead. What is kept for that is given back with the burst. One thread uses it.
 */
final class BurstInput extends InputStream {

    private static final int PIECE_BYTES = 65_536;
    private static final int LEAST_OF_A_BURST = PIECE_BYTES / 4;
    private static final byte[] NONE = {};

    private final InputStream in;
    private int atHand;
    private byte[] piece = NONE;
    private int position;
    private int limit;

    BurstInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int available() throws IOException {
        if (position < limit) {
            return limit - position;
        }
        atHand = in.available();
        return atHand;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            boolean burst = isBurst();
            if (!burst || length >= PIECE_BYTES) {
                return in.read(target, offset, length);
            }
            if (!isRefilled()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    /** While a piece is kept this is asked anew, and it is given back before a read that may wait for long. */
    private boolean isBurst() throws IOException {
        int now = atHand == 0 && piece.length > 0 ? in.available() : atHand;
        atHand = 0;
        if (now == 0) {
            piece = NONE;
        }
        return now >= LEAST_OF_A_BURST;
    }

    private boolean isRefilled() throws IOException {
        if (piece.length == 0) {
            piece = new byte[PIECE_BYTES];
        }
        position = 0;
        limit = 0;
        limit = Math.max(0, in.read(piece, 0, PIECE_BYTES));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
