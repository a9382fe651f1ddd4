/**
 * Pure: the connection machine. {@link io.github.plexactivity.internal.core.link.Link} is the state; its methods are the
 * signals, their answer the next state and the effects as data.
 */
@NullMarked
package io.github.plexactivity.internal.core.link;

import org.jspecify.annotations.NullMarked;
