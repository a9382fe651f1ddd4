/** What a monitor counts, as meters of Micrometer. Needs {@code micrometer-core} on the class path; the library brings none. */
@NullMarked
package io.github.plexactivity.metrics;

import org.jspecify.annotations.NullMarked;
