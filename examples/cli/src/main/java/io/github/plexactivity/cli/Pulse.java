package io.github.plexactivity.cli;

import java.time.Duration;
import java.util.Optional;

/** The heartbeat of a stream of server-sent events, and what else it tells. Told by the thread that reads it. */
final class Pulse implements FrameTap.Ear {
    private final long begun = System.nanoTime();
    private volatile Optional<Duration> firstBeat = Optional.empty();
    private volatile int notifications;

    @Override
    public void heard(String name, String data) {
        if (!name.equals("ping")) {
            notifications = notifications + 1;
        } else if (firstBeat.isEmpty()) {
            firstBeat = Optional.of(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    Optional<Duration> firstBeat() {
        return firstBeat;
    }

    int notifications() {
        return notifications;
    }
}
