package io.github.plexactivity.internal.delivery;

import java.util.concurrent.Executor;

/** Has a thread for each task, however many there are: whoever keeps one holds nobody up. */
@FunctionalInterface
public interface AmpleExecutor extends Executor {}
