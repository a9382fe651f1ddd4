/** Between the loop and the code of the user: ordered, isolated, conflating and bounded. */
@NullMarked
package io.github.plexactivity.internal.delivery;

import org.jspecify.annotations.NullMarked;
