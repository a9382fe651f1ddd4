/** Values of the JDK's own kinds in less memory. */
@NullMarked
package io.github.plexactivity.internal.value;

import org.jspecify.annotations.NullMarked;
