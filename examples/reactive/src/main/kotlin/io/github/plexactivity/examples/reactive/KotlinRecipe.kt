package io.github.plexactivity.examples.reactive

import io.github.plexactivity.ActivityHandle
import io.github.plexactivity.ActivityMonitor
import io.github.plexactivity.model.ActivityChange
import io.github.plexactivity.model.ActivityFilter
import io.github.plexactivity.model.Ending
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.future.await
import kotlinx.coroutines.jdk9.asFlow

/** Whatever happens to some activities, first of all that they run; completes when the monitor closes. */
fun ActivityMonitor.changeFlow(filter: ActivityFilter): Flow<ActivityChange> = changes(filter).asFlow()

/** How activities end. */
fun ActivityMonitor.endings(filter: ActivityFilter): Flow<Ending> =
    changeFlow(filter).filterIsInstance<ActivityChange.Ended>().map { it.ending() }

/** Suspends until the activity is over. Cancelled or timed out, this waits no longer, and the activity goes on. */
suspend fun ActivityHandle.awaitEnd(): Ending = ended().await()
