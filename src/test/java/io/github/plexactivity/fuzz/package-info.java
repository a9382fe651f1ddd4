/**
 * The properties that hold whatever a server sends. A fuzzer looks for inputs that break them; the inputs kept, and damage
 * done to them by a fixed seed, are tried in every build.
 */
@NullMarked
package io.github.plexactivity.fuzz;

import org.jspecify.annotations.NullMarked;
