/** What the library costs: every figure beside its baseline, measured in the same run. */
@NullMarked
package io.github.plexactivity.bench;

import org.jspecify.annotations.NullMarked;
