/**
 * Hours of a server's life in milliseconds: the whole monitor on virtual time, against a simulated server, from a seed.
 * What is promised to users is checked at every step.
 */
@NullMarked
package io.github.plexactivity.simulation;

import org.jspecify.annotations.NullMarked;
