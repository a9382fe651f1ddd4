package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.MonitorException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much may come from sockets before any of it is of use. What parts two chunks of a body, or stands before what is
 * compressed, is kept by OkHttp until it ends, and it has no limit: a server that never ends it would fill the heap. Any
 * thread.
 */
final class Allowance {

    /** Far more than the heads of an answer and of some redirects, and what comes with them. */
    private static final int FOR_STREAM = 1 << 20;

    /** OkHttp takes in up to 16 MiB of a body by HTTP/2 before anybody reads it. */
    private static final int FOR_REQUESTS = 24 << 20;

    private final int most;
    private final AtomicInteger spent = new AtomicInteger();

    private Allowance(int most) {
        this.most = most;
    }

    /** For the sockets of one stream, which one thread reads. */
    static Allowance forStream() {
        return new Allowance(FOR_STREAM);
    }

    /** For the sockets of all requests together. */
    static Allowance forRequests() {
        return new Allowance(FOR_REQUESTS);
    }

    /** Something came that is of use: as much as at first may come again. */
    void renew() {
        spent.set(0);
    }

    /**
     * What comes from a socket. Where nothing of it is of use for too long it breaks off, and closes the socket: TLS laid over
     * it would not.
     */
    InputStream spentBy(InputStream socket) {
        return new FilterInputStream(socket) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count > 0 && spent.addAndGet(count) > most) {
                    close();
                    throw exhausted();
                }
                return count;
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

    private FailureException exhausted() {
        // The next answer may well do without it.
        return new FailureException(Failure.of(
                Failure.Kind.TRANSIENT,
                new MonitorException.Malformed(
                        "the server sent more than " + most + " bytes that hold nothing", null)));
    }
}
