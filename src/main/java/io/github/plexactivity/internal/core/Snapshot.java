package io.github.plexactivity.internal.core;

import io.github.plexactivity.model.Activity;
import java.util.Map;

/**
 * What the server's list held, whole: a list that was cut short or does not add up is never made one.
 *
 * @param rows by uuid
 * @param malformed rows that could not be understood, those without a uuid among them
 * @param overflowed rows beyond the limit
 */
public record Snapshot(Map<String, Activity> rows, int malformed, int overflowed) {}
