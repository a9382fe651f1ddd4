package io.github.plexactivity.examples.reactive

import io.github.plexactivity.ActivityMonitor
import io.github.plexactivity.model.ActivityFilter
import io.github.plexactivity.model.Outcome
import io.github.plexactivity.testkit.FakePlexServer
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60)
class KotlinRecipeTest {

    @Test
    fun `an end is told`() = following {
        val job = server.begin("media.download", "Download")
        val ending = async(start = CoroutineStart.UNDISPATCHED) {
            monitor.endings(ActivityFilter.type("media.*")).first()
        }
        server.end(job.uuid())
        assertThat(ending.await().outcome()).isEqualTo(Outcome.COMPLETED)
    }

    @Test
    fun `an end is awaited`() = following {
        val job = server.begin("media.download", "Download")
        val ending = async(start = CoroutineStart.UNDISPATCHED) { monitor.track(job.uuid()).awaitEnd() }
        server.end(job.uuid())
        assertThat(ending.await().outcome()).isEqualTo(Outcome.COMPLETED)
    }

    @Test
    fun `the flow completes with the monitor`() = following {
        val all = async(start = CoroutineStart.UNDISPATCHED) { monitor.changeFlow(ActivityFilter.any()).toList() }
        monitor.close()
        assertThat(all.await()).isEmpty()
    }

    /** Limits what a test waits for; an await that is cut off fails it. */
    private fun following(test: suspend Scene.() -> Unit): Unit = Following().use { following ->
        runBlocking { withTimeout(20.seconds) { Scene(following, this).test() } }
    }

    private class Scene(following: Following, scope: CoroutineScope) : CoroutineScope by scope {
        val server: FakePlexServer = following.server
        val monitor: ActivityMonitor = following.monitor
    }
}
