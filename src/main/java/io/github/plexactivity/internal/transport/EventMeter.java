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
        for (int i = 0; i < length; i++) {
            if (!passes(bytes[offset + i])) {
                return i;
            }
        }
        return length;
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
