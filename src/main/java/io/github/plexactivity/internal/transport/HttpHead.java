package io.github.plexactivity.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * The head of an answer, read where no HTTP client stands between: that of a proxy to CONNECT, that of a server to an
 * upgrade. The reason phrase may be missing; a line that is no header is passed over.
 */
record HttpHead(int status, Headers headers) {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    /**
     * Reads up to the empty line, and no byte further.
     *
     * @throws EOFException if the connection ends before
     * @throws ProtocolException if it is not HTTP, or longer than 64 KiB
     */
    static HttpHead read(InputStream in) throws IOException {
        String text = readText(in);
        Matcher statusLine = STATUS_LINE.matcher(text.lines().findFirst().orElse(""));
        if (!statusLine.matches()) {
            throw new ProtocolException("an answer that is not HTTP");
        }
        Headers.Builder headers = new Headers.Builder();
        text.lines().skip(1).forEach(line -> addHeader(headers, line));
        return new HttpHead(Integer.parseInt(statusLine.group(1)), headers.build());
    }

    /** Whether another head follows this one, as after 100 or 103. */
    boolean isInterim() {
        return status / 100 == 1 && status != 101;
    }

    /** Headers as they are written. Their own text hides the values of some. */
    static String lines(Headers headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(header -> lines.append(header.getFirst())
                .append(": ")
                .append(header.getSecond())
                .append("\r\n"));
        return lines.toString();
    }

    private static void addHeader(Headers.Builder headers, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            try {
                headers.addUnsafeNonAscii(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                // Not a header that anybody could mean.
            }
        }
    }

    private static String readText(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int lineLength = 0; head.size() < LONGEST; ) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended before the answer was complete");
            }
            if (next == '\n' && lineLength == 0) {
                return head.toString(ISO_8859_1);
            }
            head.write(next);
            lineLength = next == '\n' ? 0 : next == '\r' ? lineLength : lineLength + 1;
        }
        throw new ProtocolException("a head of more than " + LONGEST + " bytes");
    }
}
