/** Pure: what is known of activities and of the connection, and how it changes. No clock, thread, socket or logger. */
@NullMarked
package io.github.plexactivity.internal.core;

import org.jspecify.annotations.NullMarked;
