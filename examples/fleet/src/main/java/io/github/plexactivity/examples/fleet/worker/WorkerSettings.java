package io.github.plexactivity.examples.fleet.worker;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param name who it is, in what it publishes
 * @param publishEvery how long changes are gathered for one transaction
 * @param keepEndings how long an ending is kept before its tombstone
 * @param mostWaiting with more than this waiting in a partition, nothing new is heard there until some of it is out
 */
record WorkerSettings(String name, Duration publishEvery, Duration keepEndings, int mostWaiting) {}
