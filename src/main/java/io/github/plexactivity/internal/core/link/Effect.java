package io.github.plexactivity.internal.core.link;

/** What a state asks the shell to do. */
public sealed interface Effect {

    /** Open a connection; for polling, ask for a first snapshot. */
    record Open(Attempt attempt) implements Effect {}

    /** From now on hear this connection and no other. */
    record Hear(Attempt attempt) implements Effect {}

    /** Close a connection. */
    record Drop(int generation) implements Effect {}

    /** Ask the other side for a sign of life, and tell whether it answers within the connect timeout. */
    record Ping(int generation) implements Effect {}

    /** Ask for a snapshot now. */
    record AskSnapshot() implements Effect {}

    /** Ask the supplier for a token, and tell what it answers. */
    record AskToken() implements Effect {}
}
