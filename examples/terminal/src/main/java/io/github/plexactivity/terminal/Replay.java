package io.github.plexactivity.terminal;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Playback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Plays a recording through a fake server. What it leaves running is shown so: no end is made up.
 *
 * @param recording server-sent events, or WebSocket text frames one a line
 * @param pace how many times as fast as usual
 * @param monitor begins one for the fake server
 * @param display where it is shown
 */
public record Replay(Path recording, double pace, Function<URI, ActivityMonitor.Builder> monitor, Display display) {
    private static final double PAUSE_NANOS = 300e6;

    public void run() throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            Playback playback = playback(server);
            try (Watch watch = new Watch(
                    monitor.apply(server.uri()), display, ActivityFilter.any(), " when the recording was over")) {
                watch.start("");
                boolean isEmpty = true;
                while (playback.step()) {
                    isEmpty = false;
                    TimeUnit.NANOSECONDS.sleep(Math.max(1_000_000, Math.round(PAUSE_NANOS / pace)));
                    // Polling sees what is listed between two frames; a stream needs no such help.
                    watch.monitor().resync().get(10, TimeUnit.SECONDS);
                }
                if (isEmpty) {
                    throw new CannotGoOn(CannotGoOn.Why.USAGE, "The file is no recording: there is no frame in it.");
                }
                Mark.passes(server, watch.monitor(), watch.tally());
            }
        }
    }

    private Playback playback(FakePlexServer server) throws CannotGoOn {
        try {
            return server.play(recording);
        } catch (NoSuchFileException e) {
            throw new CannotGoOn(CannotGoOn.Why.USAGE, "There is no file " + e.getFile() + ".");
        } catch (IOException e) {
            throw new CannotGoOn(CannotGoOn.Why.USAGE, "The recording cannot be read: " + e.getMessage() + ".");
        }
    }
}
