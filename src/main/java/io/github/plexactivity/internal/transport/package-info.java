/** The sockets: streams of notifications, and the requests to the activities endpoints. */
@NullMarked
package io.github.plexactivity.internal.transport;

import org.jspecify.annotations.NullMarked;
