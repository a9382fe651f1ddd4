package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.io.InputStream;
import okio.BufferedSource;
import okio.ByteString;

/**
 * The body of a stream as the parser gets it: without a byte order mark, over which it would lose the first event, and
 * ended where an event grows beyond its limit, since the parser has none. One thread reads it.
 */
final class EventBytes extends InputStream {

    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private final BufferedSource body;
    private final int mostPerEvent;
    private final EventMeter meter;
    private final Runnable heard;
    private final CatchingUp catchingUp;
    private boolean begun;
    private boolean oversize;

    /**
     * The bytes of a body.
     *
     * @param heard told when bytes came in, before they are handed on
     * @param catchingUp asked before more is read than is there
     */
    EventBytes(BufferedSource body, int mostPerEvent, Runnable heard, CatchingUp catchingUp) {
        this.body = body;
        this.mostPerEvent = mostPerEvent;
        this.meter = new EventMeter(mostPerEvent);
        this.heard = heard;
        this.catchingUp = catchingUp;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (oversize) {
            throw oversized();
        }
        if (body.getBuffer().exhausted()) {
            catchingUp.beforeRead();
        }
        if (!begun) {
            begun = true;
            skipByteOrderMark();
        }
        int count = body.read(bytes, offset, length);
        if (count <= 0) {
            return count;
        }
        heard.run();
        int passed = meter.pass(bytes, offset, count);
        oversize = passed < count;
        if (passed == 0) {
            throw oversized();
        }
        return passed; // what came whole before the oversize event is not lost with it
    }

    private void skipByteOrderMark() throws IOException {
        if (body.rangeEquals(0, BYTE_ORDER_MARK)) {
            body.skip(BYTE_ORDER_MARK.size());
        }
    }

    private FailureException oversized() {
        // The next connection may well do without it: nothing is ever sent again.
        return new FailureException(Failure.of(
                Failure.Kind.TRANSIENT,
                new MonitorException.Malformed(
                        "the server sent an event of more than " + mostPerEvent + " bytes", null)));
    }
}
