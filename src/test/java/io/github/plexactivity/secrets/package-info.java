/** The token and the credentials of a proxy: that nothing shows them, and that nobody else is sent them. */
@NullMarked
package io.github.plexactivity.secrets;

import org.jspecify.annotations.NullMarked;
