package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much may come from a socket before anything is of use. What parts two chunks of a body, or stands before what is
 * compressed, is kept by OkHttp until it ends, and it has no limit: a server that never ends it would fill the heap. Any
 * thread; each socket is read by one.
 */
final class Allowance {

    /** Far more than the heads of an answer and of some redirects, and what comes with them. */
    private static final int MOST = 1 << 20;

    private final AtomicInteger renewals = new AtomicInteger();

    /** Something came that is of use: as much as at first may come again, from every socket. */
    void renew() {
        renewals.incrementAndGet();
    }

    /**
     * What comes from a socket. Where nothing is of use for too long it breaks off, and closes the socket: TLS laid over it
     * would not.
     */
    InputStream spentBy(InputStream socket) {
        return new FilterInputStream(socket) {
            private int renewed;
            private int spent;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                spend(Math.max(count, 0));
                return count;
            }

            private void spend(int count) throws IOException {
                int now = renewals.get();
                spent = now == renewed ? spent + count : count;
                renewed = now;
                if (spent > MOST) {
                    close();
                    throw exhausted();
                }
            }
        };
    }

    /** A body, whose every byte is of use. */
    InputStream renewedBy(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                renew();
                return count;
            }
        };
    }

    private static FailureException exhausted() {
        // The next answer may well do without it.
        return new FailureException(Failure.of(
                Failure.Kind.TRANSIENT,
                new MonitorException.Malformed(
                        "the server sent more than " + MOST + " bytes that hold nothing", null)));
    }
}
