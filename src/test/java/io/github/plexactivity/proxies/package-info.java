/**
 * The whole monitor behind proxies as people run them: nginx, HAProxy and Caddy as child processes, each by a
 * configuration from {@code src/test/resources/proxies}. Run by the profile {@code proxies}; what needs no proxy here
 * runs in every build.
 */
@NullMarked
package io.github.plexactivity.proxies;

import org.jspecify.annotations.NullMarked;
