package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import java.io.IOException;
import okio.BufferedSource;

/** How a transport puts things: its bytes, as they go to the socket. */
interface Dialect {
    Transport transport();

    byte[] encode(Notification notification);

    /** A well framed message that holds any text. */
    byte[] text(String name, String text);

    /** Bytes inside the stream's body that need not be anything. */
    byte[] raw(byte[] bytes);

    /** The sign of life of an idle server, or nothing. */
    byte[] heartbeat();

    /** How the server ends the stream in good order. */
    byte[] goodbye();

    /** Reads what the client says until it leaves. */
    void listen(BufferedSource source, Subscriber subscriber) throws IOException;
}
