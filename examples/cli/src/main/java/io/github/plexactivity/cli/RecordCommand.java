package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Opening;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "record",
        header = "Records what the server says of activities, to show it to others.",
        description = {
            "",
            "Every notification is written as it came, as server-sent events, but for what tells of people: titles,"
                    + " names, files, accounts and uuids are replaced, the same by the same. No token is ever in it."
                    + " Read it before you give it away; 'replay' shows it. Until Ctrl-C, or as long as --for says."
        },
        footer = {"  plex-activities record plex.txt --for 10m", "  plex-activities replay plex.txt"})
final class RecordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Option(names = "--for", paramLabel = "TIME", description = "End after 90s, 5m or 1h30m.")
    private Duration time;

    @Option(names = "--force", description = "Write over FILE if there is one.")
    private boolean force;

    @Parameters(paramLabel = "FILE", description = "Where to write it.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        ActivityMonitor.Builder builder = server.monitor().transports(Transport.EVENT_SOURCE);
        try (Recording recording = recording(failed);
                ActivityMonitor monitor = builder.client(new OkHttpClient.Builder()
                                .addInterceptor(new FrameTap(recording))
                                .build())
                        .build()) {
            Thread onCtrlC = new Thread(() -> spec.commandLine().getErr().println(recording.sentence()));
            monitor.listen(new ConnectionNews(spec.commandLine().getErr()));
            open(monitor, recording);
            spec.commandLine().getErr().println("Recording" + (time == null ? " until Ctrl-C." : "."));
            Runtime.getRuntime().addShutdownHook(onCtrlC);
            await(failed);
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
            spec.commandLine().getErr().println(recording.sentence());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        }
        return Exit.DONE;
    }

    private Recording recording(CompletableFuture<Void> failed) throws Stop {
        try {
            return new Recording(file, force, failed);
        } catch (FileAlreadyExistsException e) {
            throw new Stop(Exit.USAGE, "There is a file of that name already: choose another, or --force.");
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The file cannot be written: is its folder there, and yours to write to?");
        }
    }

    /** What was never begun is not left in the way of the next attempt. */
    private void open(ActivityMonitor monitor, Recording recording) throws Exception {
        try {
            Opening.begin(monitor).get();
        } catch (ExecutionException failed) {
            recording.discard();
            throw Opening.sentence(failed.getCause(), server.aboutTheToken());
        }
    }

    /** Until the time is over, or the file cannot be written any more. */
    private void await(CompletableFuture<Void> failed) throws ExecutionException, InterruptedException {
        try {
            if (time == null) {
                failed.get();
            } else {
                failed.get(time.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException isOver) {
            // as wished for
        }
    }
}
