package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends: the head of an upgrade in one piece, then frames. The library logs the head as it sends it, so
 * it knows neither address nor token: its request line is a stand-in that the true one and our headers take the place
 * of here.
 */
final class UpgradeOutput extends FilterOutputStream {

    private final byte[] opening;
    private volatile @Nullable Thread writer;

    /** Nobody waits for a writer any more: one that comes now must leave at once. */
    private volatile boolean over;

    /**
     * An upgrade yet to be asked for.
     *
     * @param opening the request line and the headers that the library does not know, each with its line break
     */
    UpgradeOutput(OutputStream out, String opening) {
        super(out);
        this.opening = opening.getBytes(ISO_8859_1);
    }

    /** Waits for the thread that writes, which only the library knows, to end; not for long. */
    void awaitEnd(long millis) {
        over = true;
        Thread current = writer;
        try {
            if (current != null) {
                current.join(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (writer != null) {
            out.write(bytes, offset, length);
            return;
        }
        writer = Thread.currentThread();
        if (over) {
            throw new IOException("the stream is over");
        }
        Thread.currentThread().setName("plex-activity-websocket-writer");
        int afterRequestLine = new String(bytes, offset, length, ISO_8859_1).indexOf('\n') + 1;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(opening);
        head.write(bytes, offset + afterRequestLine, length - afterRequestLine);
        head.writeTo(out);
    }
}
