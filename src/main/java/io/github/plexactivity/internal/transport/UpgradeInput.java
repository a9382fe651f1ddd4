package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to an upgrade: a head, which this class reads and judges, then frames. The library behind would
 * keep of a refusal neither its status nor its headers, wants a reason phrase, and reads a head without end: it is given
 * a head in three lines, and only of an upgrade.
 */
final class UpgradeInput extends InputStream {

    /** What the library decides by. */
    private static final List<String> TOLD = List.of("Upgrade", "Connection", "Sec-WebSocket-Accept");

    private final InputStream in;
    private final FrameInput frames;
    private final Consumer<IOException> failed;
    private @Nullable InputStream head;

    /**
     * The answer to come.
     *
     * @param data told of the frames
     * @param failed told why the answer ends, where it does not simply end: the library behind would drop that
     */
    UpgradeInput(InputStream in, int maxFrameBytes, FrameInput.Data data, Consumer<IOException> failed) {
        this.in = new BufferedInputStream(new Waiting(in, data::caughtUp));
        this.frames = new FrameInput(this.in, maxFrameBytes, data);
        this.failed = failed;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    /** Reads the rest of the head, or up to the next control frame. */
    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return readPart(target, offset, length);
        } catch (IOException e) {
            failed.accept(e);
            return -1;
        }
    }

    private int readPart(byte[] target, int offset, int length) throws IOException {
        if (head == null) {
            head = new ByteArrayInputStream(readHead().getBytes(ISO_8859_1));
        }
        int ofHead = head.read(target, offset, length);
        if (ofHead > 0) {
            return ofHead;
        }
        return frames.read(target, offset, length);
    }

    /** Tells before it waits. */
    private static final class Waiting extends FilterInputStream {
        /** Each may bring a message as large as it may be. */
        private static final int MOST_READS = 16;

        private final CatchingUp catchingUp;

        Waiting(InputStream in, Runnable caughtUp) {
            super(in);
            this.catchingUp = new CatchingUp(MOST_READS, in::available, caughtUp);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            catchingUp.beforeRead();
            return super.read(target, offset, length);
        }
    }

    private String readHead() throws IOException {
        HttpHead answer = HttpHead.read(in);
        while (answer.isInterim()) {
            answer = HttpHead.read(in);
        }
        if (answer.status() != 101) {
            throw new UpgradeRefusedException(answer);
        }
        if (answer.headers().get("Sec-WebSocket-Extensions") != null) {
            throw new ProtocolException("an answer that switches on an extension nobody asked for");
        }
        Headers.Builder told = new Headers.Builder();
        for (String name : TOLD) {
            told.addUnsafeNonAscii(name, String.join(", ", answer.headers().values(name)));
        }
        return "HTTP/1.1 101 Switching Protocols\r\n" + HttpHead.lines(told.build()) + "\r\n";
    }
}
