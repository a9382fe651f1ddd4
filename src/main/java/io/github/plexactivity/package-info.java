/** Follows the activities of a Plex Media Server in real time. */
@NullMarked
package io.github.plexactivity;

import org.jspecify.annotations.NullMarked;
