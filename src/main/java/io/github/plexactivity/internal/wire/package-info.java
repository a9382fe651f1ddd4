/** Pure: from the bytes and texts of the server to values. */
@NullMarked
package io.github.plexactivity.internal.wire;

import org.jspecify.annotations.NullMarked;
