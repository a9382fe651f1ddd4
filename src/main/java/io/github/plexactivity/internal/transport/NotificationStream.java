package io.github.plexactivity.internal.transport;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.Transport;

/** One attempt at one stream of notifications: opened once, closed once, never used again. */
public interface NotificationStream {

    /** Asks the other side for a sign of life. Does nothing on a transport that has no such question. */
    void ping();

    /**
     * Ends the attempt in whatever phase it is: no socket and no thread of it stays. Returns at once, from any thread.
     * Nothing is told of an end asked for, but a call to the receiver that is under way may still be finished.
     */
    void close();

    /**
     * Told of one stream, on its reader's thread, one call at a time and in this order: opened, then heard, frame,
     * caughtUp and ponged as they come, at last lost. Calls return quickly; while one runs nothing more is read.
     */
    interface Receiver {
        /** The server said yes: 200 with a stream, or 101. */
        void opened();

        /** Bytes came in: any at all, a comment or a ping among them. Called before what they hold is told. */
        void heard();

        /**
         * A whole event or text message.
         *
         * @param name of a server-sent event, empty for a message without one
         * @param data the text
         */
        void frame(String name, String data);

        /** All that came in was told: to read more may take a while. Told after every frame, or several. */
        void caughtUp();

        /** The other side answered a ping. */
        void ponged();

        /** The attempt is over: it never opened, or broke, or was ended by the other side. The last call, made once. */
        void lost(Failure failure);
    }

    /** Opens streams. */
    interface Opener {
        /**
         * Begins an attempt and returns at once.
         *
         * @param transport one that is a stream
         * @param receiver told of it
         */
        NotificationStream open(Transport transport, Receiver receiver);
    }
}
