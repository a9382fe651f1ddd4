package io.github.plexactivity;

import io.github.plexactivity.internal.core.Counter;
import java.util.function.ToLongFunction;

/**
 * What a monitor counted since it was made. Every figure only grows, but for the last.
 *
 * @param frames whole events and text messages that came in, of any kind, heartbeats included
 * @param webSocketFrames those of them that came over a WebSocket; the others came over server-sent events
 * @param malformed notifications, frames and rows of a list that could not be understood
 * @param mismatched notifications whose outer and inner uuid differ; the outer one was taken
 * @param duplicates notifications and rows that changed nothing
 * @param late notifications of activities that are over
 * @param repeated notifications that the stream before had brought already, as one took over from another
 * @param overflowed activities not followed, and updates not taken, since as many ran already as may be followed, or
 *     they hold as much as they may
 * @param snapshots lists read whole
 * @param failedSnapshots lists that could not be had, were cut short or made no sense
 * @param staleRows rows of activities that are over
 * @param missedStarts activities that a snapshot showed before a stream did
 * @param missedUpdates activities that a snapshot showed otherwise than the stream had told
 * @param missedEnds ends that no stream told, found by snapshots
 * @param reconnects connections made after one was lost
 * @param fallbacks changes to a less preferred transport
 * @param recoveries changes back to a more preferred one
 * @param replacements silent or dumb streams quietly replaced by one of their kind
 * @param zombies times that a stream was found dumb: open, and telling nothing of what snapshots show
 * @param listenerErrors times that a listener, filter or subscriber threw
 * @param executorRefusals times that the callback executor did not take work
 * @param droppedStories whole activities that a listener far behind was spared, start and end together
 * @param timedCallbacks callbacks whose delay was measured: for each listener, one of those that wait at a time
 * @param callbackNanos how long these had waited in all, from the event until the callback began, in nanoseconds
 * @param waiting how many callbacks wait for the listener or subscriber that is furthest behind, at this moment
 */
public record MonitorStatistics(
        long frames,
        long webSocketFrames,
        long malformed,
        long mismatched,
        long duplicates,
        long late,
        long repeated,
        long overflowed,
        long snapshots,
        long failedSnapshots,
        long staleRows,
        long missedStarts,
        long missedUpdates,
        long missedEnds,
        long reconnects,
        long fallbacks,
        long recoveries,
        long replacements,
        long zombies,
        long listenerErrors,
        long executorRefusals,
        long droppedStories,
        long timedCallbacks,
        long callbackNanos,
        int waiting) {

    static MonitorStatistics of(ToLongFunction<Counter> count, int waiting) {
        return new MonitorStatistics(
                count.applyAsLong(Counter.FRAMES),
                count.applyAsLong(Counter.WEB_SOCKET_FRAMES),
                count.applyAsLong(Counter.MALFORMED),
                count.applyAsLong(Counter.MISMATCHED),
                count.applyAsLong(Counter.DUPLICATES),
                count.applyAsLong(Counter.LATE),
                count.applyAsLong(Counter.REPEATED),
                count.applyAsLong(Counter.OVERFLOWED),
                count.applyAsLong(Counter.SNAPSHOTS),
                count.applyAsLong(Counter.FAILED_SNAPSHOTS),
                count.applyAsLong(Counter.STALE_ROWS),
                count.applyAsLong(Counter.MISSED_STARTS),
                count.applyAsLong(Counter.MISSED_UPDATES),
                count.applyAsLong(Counter.MISSED_ENDS),
                count.applyAsLong(Counter.RECONNECTS),
                count.applyAsLong(Counter.FALLBACKS),
                count.applyAsLong(Counter.RECOVERIES),
                count.applyAsLong(Counter.REPLACEMENTS),
                count.applyAsLong(Counter.ZOMBIES),
                count.applyAsLong(Counter.LISTENER_ERRORS),
                count.applyAsLong(Counter.EXECUTOR_REFUSALS),
                count.applyAsLong(Counter.DROPPED_STORIES),
                count.applyAsLong(Counter.TIMED_CALLBACKS),
                count.applyAsLong(Counter.CALLBACK_NANOS),
                waiting);
    }
}
