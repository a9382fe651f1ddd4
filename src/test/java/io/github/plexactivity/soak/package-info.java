/**
 * The monitor for as long as one likes: under load and random faults of a server in a process of its own. What listeners
 * were told is compared with what the server did, and what the process uses is watched for drift.
 */
@NullMarked
package io.github.plexactivity.soak;

import org.jspecify.annotations.NullMarked;
