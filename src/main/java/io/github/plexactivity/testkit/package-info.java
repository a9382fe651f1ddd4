/**
 * For tests of programs that talk to a Plex Media Server: a server to point them at, and a listener that remembers what
 * it was told. Needs {@code mockwebserver3} on the class path, and the JUnit extension {@code junit-jupiter-api}; the
 * library itself brings neither.
 */
@NullMarked
package io.github.plexactivity.testkit;

import org.jspecify.annotations.NullMarked;
