package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.terminal.Replay;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        header = "Shows a recording, without any server.",
        description = {
            "",
            "A server of its own on this machine says again what was recorded, frame by frame. What the recording"
                    + " leaves running is shown so: no end is made up."
        },
        footer = {"  plex-activities replay plex.txt", "  plex-activities replay plex.txt --pace 10 --plain"})
final class ReplayCommand implements Callable<Integer> {
    private static final double FASTEST = 1e6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TransportOption transport;

    @Mixin
    private DisplayOptions display;

    @Option(names = "--pace", paramLabel = "TIMES", defaultValue = "1", description = "So many times as fast.")
    private double pace;

    @Parameters(
            paramLabel = "FILE",
            description = "What 'record' wrote; or server-sent events, or WebSocket text frames one a line.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        if (!(pace > 0 && pace < FASTEST)) {
            throw new ParameterException(spec.commandLine(), "--pace takes a number above 0 and below a million");
        }
        new Replay(file, pace, server -> transport.of(ActivityMonitor.builder(server)), display.display()).run();
        return Exit.DONE;
    }
}
