package io.github.plexactivity.internal.transport;

import java.io.IOException;
import java.io.InputStream;

/**
 * What comes from a socket, read in larger pieces than it is asked for while there is much of it: each read of a socket
 * costs the same, however short. Whoever reads asks what is at hand before it would wait; where nobody asks, nothing is
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
            boolean burst = atHand >= LEAST_OF_A_BURST;
            if (atHand == 0) {
                piece = NONE; // now, since this read may wait for long
            }
            atHand = 0;
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
