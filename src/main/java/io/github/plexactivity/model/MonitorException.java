package io.github.plexactivity.model;

import org.jspecify.annotations.Nullable;

/** What went wrong between a monitor and its server. No message holds the token. */
public abstract sealed class MonitorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MonitorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The server does not let this token in: 401 or 403. */
    public static final class Refused extends MonitorException {
        private static final long serialVersionUID = 1L;
        /** See {@link #status()}. */
        private final int status;

        /**
         * A refusal.
         *
         * @param message what was refused, and what to do
         * @param status the HTTP status, or 0 where no token could be had to ask with
         * @param cause what lies below, or null
         */
        public Refused(String message, int status, @Nullable Throwable cause) {
            super(message, cause);
            this.status = status;
        }

        /**
         * The HTTP status.
         *
         * @return 401 or 403, or 0 where no token could be had to ask with
         */
        public int status() {
            return status;
        }
    }

    /** The server, or a proxy before it, answered with something that cannot be used. */
    public static final class Rejected extends MonitorException {
        private static final long serialVersionUID = 1L;
        /** See {@link #status()}. */
        private final int status;

        /**
         * A rejection.
         *
         * @param message what was asked, and how it was answered
         * @param status the HTTP status, or the close code of a WebSocket (1000 and above)
         * @param cause what lies below, or null
         */
        public Rejected(String message, int status, @Nullable Throwable cause) {
            super(message, cause);
            this.status = status;
        }

        /**
         * The answer's code.
         *
         * @return the HTTP status, or the close code of a WebSocket (1000 and above)
         */
        public int status() {
            return status;
        }
    }

    /** There was no connection, or it was lost, or no answer came in time. */
    public static final class Disconnected extends MonitorException {
        private static final long serialVersionUID = 1L;

        /**
         * A lost or missing connection.
         *
         * @param message what was tried, and what happened
         * @param cause what lies below, or null
         */
        public Disconnected(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The server sent something that is not of the protocol. */
    public static final class Malformed extends MonitorException {
        private static final long serialVersionUID = 1L;

        /**
         * A broken answer.
         *
         * @param message what was expected, and what came
         * @param cause what lies below, or null
         */
        public Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The monitor is closed. */
    public static final class Closed extends MonitorException {
        private static final long serialVersionUID = 1L;

        /** The end of all waiting. */
        public Closed() {
            super("the monitor is closed", null);
        }
    }
}
