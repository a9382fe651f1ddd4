package io.github.plexactivity.internal.core;

/** The answer to {@code GET /activities}. */
public sealed interface Listing {

    /** The list was read whole. */
    record Listed(Snapshot snapshot) implements Listing {}

    /** It was not; that says nothing about what runs. */
    record Unlisted(Failure failure) implements Listing {}
}
