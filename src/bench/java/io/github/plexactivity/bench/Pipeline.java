package io.github.plexactivity.bench;

/** Something that reads the stream, from its socket to a callback. */
interface Pipeline {

    /** Connects; returns when events may be sent. */
    void start() throws Exception;

    /** Events taken off the stream so far. Any thread. */
    long events();

    /** Calls to listeners so far. Any thread. */
    default long calls() {
        return events();
    }

    /** What there is to measure. */
    enum Kind {
        /** Bytes off a socket, searched for the ends of lines: what the sender can do. */
        RAW_SOCKET,
        /** The library below, and nothing else. */
        BARE_EVENT_SOURCE,
        /** The library below, and nothing else. */
        BARE_WEB_SOCKET,
        /** Parsed, put into a map and told to one listener, all on one thread. */
        NAIVE,
        /** The monitor, with all that it promises. */
        MONITOR;

        Pipeline open(Subject.Task task) {
            return switch (this) {
                case RAW_SOCKET -> new RawSocket(task);
                case BARE_EVENT_SOURCE -> new BareEventSource(task);
                case BARE_WEB_SOCKET -> new BareWebSocket(task);
                case NAIVE -> new NaivePipeline(task);
                case MONITOR -> new MonitorPipeline(task);
            };
        }
    }
}
