/** What a monitor tells: the activities of a server, how they change and end, and how the connection stands. */
@NullMarked
package io.github.plexactivity.model;

import org.jspecify.annotations.NullMarked;
