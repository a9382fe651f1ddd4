package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Failure.Kind;
import io.github.plexactivity.model.MonitorException;
import java.net.ProtocolException;
import java.time.Instant;
import okhttp3.HttpUrl;
import org.java_websocket.exceptions.InvalidDataException;

/** What the end of a WebSocket, or of an attempt at one, means. */
final class WebSocketFailures {

    private static final int PROTOCOL_ERROR = 1002;
    private static final int ABNORMAL = 1006;
    private static final int POLICY_VIOLATION = 1008;

    private final String request;

    WebSocketFailures(HttpUrl url) {
        request = HttpFailures.describe("GET", url);
    }

    /** What was thrown on the way. */
    Failure of(Throwable thrown) {
        if (thrown instanceof UpgradeRefusedException refused) {
            HttpHead answer = refused.answer();
            return Failure.ofStatus(request, answer.status(), RetryAfter.of(answer.headers(), Instant.now()));
        }
        if (thrown instanceof IllegalFrameException illegal) {
            // One that is too large says nothing of the next; a server that breaks the protocol will do so again.
            return malformed(illegal.isTooBig() ? Kind.TRANSIENT : Kind.REJECTED, thrown);
        }
        if (thrown instanceof ProtocolException || thrown instanceof InvalidDataException) {
            return malformed(Kind.REJECTED, thrown);
        }
        return HttpFailures.of(request, thrown);
    }

    /** The end of an attempt that was never open. */
    Failure ofUpgradeEndedWith(int code) {
        return code == PROTOCOL_ERROR
                ? malformed(Kind.REJECTED, new ProtocolException("a 101 that does not answer our key"))
                : disconnected("the connection ended before the upgrade was answered");
    }

    /** The end of a stream that was open, by the code of a close frame. */
    Failure ofCloseCode(int code) {
        if (code == POLICY_VIOLATION) {
            String message = request + ": the server does not want this connection, and closed it with " + code;
            return Failure.of(Kind.REJECTED, new MonitorException.Rejected(message, code, null));
        }
        return disconnected(
                code == ABNORMAL
                        ? "the connection ended without a close frame (" + code + ")"
                        : "the server closed the connection with " + code);
    }

    private Failure disconnected(String what) {
        return Failure.of(Kind.TRANSIENT, new MonitorException.Disconnected(request + ": " + what, null));
    }

    private Failure malformed(Kind kind, Throwable thrown) {
        String what = thrown.getMessage() == null ? "a message that is not text in UTF-8" : thrown.getMessage();
        return Failure.of(kind, new MonitorException.Malformed(request + ": the server sent " + what, thrown));
    }
}
