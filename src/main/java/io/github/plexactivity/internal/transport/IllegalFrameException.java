package io.github.plexactivity.internal.transport;

import java.net.ProtocolException;

/** A frame that a WebSocket server must not send, or one that is too large to be taken. */
final class IllegalFrameException extends ProtocolException {

    private static final long serialVersionUID = 1L;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int TOO_BIG = 1009;

    private final int closeCode;

    private IllegalFrameException(String message, int closeCode) {
        super(message);
        this.closeCode = closeCode;
    }

    static IllegalFrameException illegal(String what) {
        return new IllegalFrameException(what, PROTOCOL_ERROR);
    }

    static IllegalFrameException tooBig(int maxBytes) {
        return new IllegalFrameException("a message of more than " + maxBytes + " bytes", TOO_BIG);
    }

    /** What the server is told. */
    int closeCode() {
        return closeCode;
    }

    boolean isTooBig() {
        return closeCode == TOO_BIG;
    }
}
