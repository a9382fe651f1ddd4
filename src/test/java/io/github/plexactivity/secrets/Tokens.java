package io.github.plexactivity.secrets;

/** Tokens to look for. */
final class Tokens {

    /** Of characters that fit anywhere, so that an echo of it may stand anywhere. */
    static final String PLAIN = "s3cretT0ken-Zq8xVb5nKj2w";

    /** Of characters that are escaped, each in its own way. */
    static final String ODD = "0dd%22\"\\+/=&<'>~${x}%n{}:T0ken";

    /** Longer than most servers take. */
    static final String LONG = "l0ngT0ken".repeat(5_000);

    /** Of the leaks that are there on purpose. */
    static final String PLANTED = "pl4ntedT0ken/Rf7+Wm3cXe9";

    private Tokens() {}
}
