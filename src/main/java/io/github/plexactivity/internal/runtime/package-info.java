/** The shell: time, threads, delivery, and the effects that the core asks for. */
@NullMarked
package io.github.plexactivity.internal.runtime;

import org.jspecify.annotations.NullMarked;
