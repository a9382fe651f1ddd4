package io.github.plexactivity.examples.fleet.kafka;

/** Kafka is not as the fleet needs it; the message says in a sentence what is wrong. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something is wrong.
     *
     * @param sentence for people
     */
    public Unusable(String sentence) {
        super(sentence);
    }

    /**
     * Something is wrong.
     *
     * @param sentence for people
     * @param cause what Kafka's client said
     */
    public Unusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
