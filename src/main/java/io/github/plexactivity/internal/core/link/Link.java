package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.util.Optional;

/**
 * The connection to the server: a state, whose methods are the signals. A signal that means nothing in a state, or that
 * speaks of a connection the state no longer has, changes nothing.
 */
public sealed interface Link permits Idle, Asking, Connecting, Streaming, Polling, Waiting, Refused, Closed {

    /** A link that was not started. */
    static Link idle(Plan plan) {
        return new Idle(History.none(plan));
    }

    /** What outlives this state. */
    History history();

    /** What the user is told of this state. */
    ConnectionState state();

    /** What is in use. */
    default Optional<Transport> transport() {
        return Optional.empty();
    }

    /** When {@link #due} is to be signalled, {@link Plan#NEVER} for not at all. */
    default long dueAt() {
        return Plan.NEVER;
    }

    /** Whether no stream tells of activities, so that snapshots have to. */
    default boolean livesBySnapshots() {
        return false;
    }

    /** Whether another stream is being opened beside the one that is heard. */
    default boolean isTwofold() {
        return false;
    }

    /** How many attempts in a row failed since a stream last worked. */
    default int failures() {
        return history().trouble().failures();
    }

    /** What went wrong last, while it matters. */
    default Optional<MonitorException> lastError() {
        return history().trouble().lastError();
    }

    /** The user wants it. */
    default Step start(At at) {
        return stay();
    }

    /** The token supplier answered with a usable token. */
    default Step token(boolean changed, At at) {
        return stay();
    }

    /** The token supplier failed, or answered with something that cannot be sent. */
    default Step tokenless(MonitorException error, At at) {
        return stay();
    }

    /** A connection is open: 200 with a stream, 101, or a snapshot. */
    default Step opened(int generation, At at) {
        return stay();
    }

    /** A stream brought its first byte. */
    default Step heard(int generation, At at) {
        return stay();
    }

    /** A connection never opened, or broke, or was ended by the other side. */
    default Step lost(int generation, Failure failure, At at) {
        return stay();
    }

    /** A stream brought no byte for the silence timeout. */
    default Step silent(int generation, At at) {
        return stay();
    }

    /** A ping was not answered in time. */
    default Step unanswered(int generation, At at) {
        return stay();
    }

    /** A ping was answered. */
    default Step ponged(int generation) {
        return stay();
    }

    /** Snapshots show what the stream should have told, and did not. */
    default Step zombie(int generation, At at) {
        return stay();
    }

    /** A stream told of an activity: it is no zombie. */
    default Step proven(int generation) {
        return stay();
    }

    /** The time named by {@link #dueAt} has come. */
    default Step due(At at) {
        return stay();
    }

    /** The user will not wait. */
    default Step resync(At at) {
        return stay();
    }

    /** The user has enough. */
    default Step close() {
        return Step.to(new Closed(history()));
    }

    private Step stay() {
        return Step.to(this);
    }
}
