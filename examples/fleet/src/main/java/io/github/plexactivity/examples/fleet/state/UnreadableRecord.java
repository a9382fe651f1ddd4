package io.github.plexactivity.examples.fleet.state;

/** A record that somebody else wrote, or that this version cannot understand. It is counted and passed over. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(String sentence) {
        super(sentence);
    }

    UnreadableRecord(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
