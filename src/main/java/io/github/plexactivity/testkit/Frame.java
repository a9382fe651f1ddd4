package io.github.plexactivity.testkit;

/** Something to say on every stream that wants to hear of its type. */
interface Frame {
    /** What the filters of a stream are asked about. */
    String type();

    /** The bytes on the wire; none where this transport has no words for it. */
    byte[] in(Dialect dialect);
}
