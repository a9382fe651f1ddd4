import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Playback;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Plays a recording through a fake server. What it leaves running is shown so: no end is made up. */
record Replay(WatchOptions options) {
    private static final Duration PAUSE = Duration.ofMillis(300);

    void run() throws Exception {
        try (FakePlexServer server = FakePlexServer.start()) {
            Playback playback = playback(server);
            try (Watch watch =
                    new Watch(options.monitor(server.uri()), options.display(), " when the recording was over")) {
                watch.start("");
                while (playback.step()) {
                    TimeUnit.NANOSECONDS.sleep(options.paced(PAUSE).toNanos());
                    // Polling sees what is listed between two frames; a stream needs no such help.
                    watch.monitor().resync().get(10, TimeUnit.SECONDS);
                }
                Mark.passes(server, watch.monitor(), watch.tally());
            }
        }
    }

    private Playback playback(FakePlexServer server) throws CannotGoOn {
        try {
            return server.play(options.source.replay);
        } catch (NoSuchFileException e) {
            throw new CannotGoOn(ExitCode.USAGE, "There is no file " + e.getFile() + ".");
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.USAGE, "The recording cannot be read: " + e.getMessage() + ".");
        }
    }
}
