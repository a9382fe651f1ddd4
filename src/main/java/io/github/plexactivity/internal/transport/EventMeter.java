package io.github.plexactivity.internal.transport;

/**
 * Counts the bytes of server-sent events as they pass, whichever line ends are used: LF, CR, CRLF, or all of them. An
 * empty line ends an event. A comment counts while its line lasts, then no longer, since nobody keeps it: heartbeats
 * may go on for ever without an empty line.
 */
final class EventMeter {

    private final int most;
    private int event;
    private int line;
    private boolean comment;
    private boolean afterCr;

    EventMeter(int most) {
        this.most = most;
    }

    /** How many of these bytes pass until an event is longer than it may be: all of them, if it is not. */
    int pass(byte[] bytes, int offset, int length) {
        int begin = event + line + length <= most ? passEvents(bytes, offset, length) : 0;
        for (int i = begin; i < length; i++) {
            if (!passes(bytes[offset + i])) {
                return i;
            }
        }
        return length;
    }

    /**
     * Passes all up to the last empty line, where none of it can be too long: only what begins behind has to be counted.
     *
     * @return how many bytes that are; 0 where no empty line is found, or it ends in a CR
     */
    private int passEvents(byte[] bytes, int offset, int length) {
        for (int last = offset + length - 1; last > offset; last--) {
            if (bytes[last] == '\n' && endsEmptyLine(bytes, offset, last)) {
                event = 0;
                line = 0;
                afterCr = false;
                return last + 1 - offset;
            }
        }
        return 0;
    }

    private static boolean endsEmptyLine(byte[] bytes, int offset, int lineFeed) {
        int before = bytes[lineFeed - 1] == '\r' ? lineFeed - 2 : lineFeed - 1;
        return before >= offset && bytes[before] == '\n';
    }

    private boolean passes(byte next) {
        boolean secondOfCrLf = afterCr && next == '\n';
        afterCr = next == '\r';
        if (secondOfCrLf) {
            return true;
        }
        if (next == '\n' || next == '\r') {
            endLine();
            return true;
        }
        if (line == 0) {
            comment = next == ':';
        }
        line++;
        return event + line <= most;
    }

    private void endLine() {
        if (line == 0) {
            event = 0;
        } else if (!comment) {
            event += line + 1;
        }
        line = 0;
    }
}
