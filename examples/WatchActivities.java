import io.github.plexactivity.terminal.CannotGoOn;
import io.github.plexactivity.terminal.QuietLogs;
import io.github.plexactivity.terminal.Replay;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Watches what a Plex Media Server is busy with: in the terminal as bars, elsewhere as lines. See {@code --help}. */
@Command(
        name = "WatchActivities",
        sortOptions = false,
        header = "Shows what a Plex Media Server is busy with, live.",
        synopsisHeading = "%n",
        description = {
            "",
            "Without options it starts a fake server with a lively script of about 20 seconds and watches that.",
            ""
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was shown to its end",
            "1:something unforeseen",
            "2:wrong usage: an option, an address, a file or a port that cannot be used",
            "3:no connection to the server",
            "4:the server refuses the token",
            "5:the output cannot be written any more",
            "130:ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./mvnw -q test-compile exec:java",
            "  export PLEX_TOKEN=...",
            "  ./mvnw -q test-compile exec:java -Dexec.args=\"--server http://127.0.0.1:32400\"",
            "  ./mvnw -q test-compile exec:java -Dexec.args=\"--json --replay recording.jsonl\" | jq .title",
            "  ./mvnw -q test-compile exec:java -Dexec.args=\"--serve 32400\""
        })
public final class WatchActivities implements Callable<Integer> {
    @Mixin
    private WatchOptions options;

    @Spec
    private CommandSpec spec;

    /** For Maven too, whose Java machine this runs in: it alone ends the machine, and only to hand on a failure. */
    public static void main(String... args) {
        QuietLogs.set();
        int exit = run(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(String... args) {
        return new CommandLine(new WatchActivities())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setParameterExceptionHandler((wrong, given) -> {
                    System.err.println(UsageError.sentence(wrong));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    System.err.println(thrown instanceof CannotGoOn known ? known.getMessage() : "Failed: " + thrown);
                    return thrown instanceof CannotGoOn known ? ExitCode.of(known) : ExitCode.UNFORESEEN;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        if (!(options.pace > 0 && options.pace < 1e6)) {
            throw new ParameterException(spec.commandLine(), "--pace takes a number above 0 and below a million");
        }
        if (options.source.serve != null) {
            new Serving(options).run();
        } else if (options.source.server != null) {
            new Following(options).run();
        } else if (options.source.replay != null) {
            new Replay(options.source.replay, options.pace, options::monitor, options.display()).run();
        } else {
            new Demonstration(options).run();
        }
        return 0;
    }
}
