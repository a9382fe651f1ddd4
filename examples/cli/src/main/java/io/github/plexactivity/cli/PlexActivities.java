package io.github.plexactivity.cli;

import io.github.plexactivity.terminal.QuietLogs;
import java.time.Duration;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** The command line tool. See {@code --help}. */
@Command(
        name = "plex-activities",
        version = "plex-activities 0.1.0",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows, awaits and cancels what a Plex Media Server is busy with.",
        description = {
            "",
            "Scans, refreshes, downloads, recordings and maintenance are what a Plex Media Server calls activities."
                    + " These commands follow them live: by server-sent events, by WebSocket where those do not come"
                    + " through, and by polling where no stream does.",
            "",
            "The token (X-Plex-Token) is read from the variable PLEX_TOKEN or from a file, never from the command"
                    + " line, which every user of the machine can see. Results go to standard output, all else to"
                    + " standard error. Colours and bars appear in a terminal alone; NO_COLOR turns colours off."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done; the activity waited for completed",
            "  1:something unforeseen",
            "  2:wrong usage: an option, an address or a file that cannot be used",
            "  3:the activity waited for was cancelled, or broke off",
            "  4:the activity is over, or was never seen, and nothing tells how it ended",
            "  5:the output cannot be written any more",
            "  6:no connection to the server",
            "  7:the server refuses the token, or does not let it do this",
            "  8:the server declines: no such activity or section, or one that cannot be cancelled",
            "  9:doctor found something that does not work",
            "124:not over in the time given by --timeout",
            "130:ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export PLEX_TOKEN=... PLEX_SERVER=http://192.168.1.5:32400",
            "  plex-activities watch",
            "  plex-activities scan 3 --wait --timeout 30m && echo scanned",
            "  plex-activities wait --type 'media.download*' --timeout 2h",
            "  plex-activities list --json | jq -r .title",
            "  plex-activities doctor",
            "  source <(plex-activities generate-completion)",
            "",
            "'plex-activities help COMMAND' tells more of each."
        },
        subcommands = {
            WatchCommand.class,
            ListCommand.class,
            WaitCommand.class,
            CancelCommand.class,
            ScanCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            DoctorCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public final class PlexActivities implements Runnable {
    private static final int HELP_COLUMNS = 100;

    private final Surroundings surroundings;

    PlexActivities(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String... args) {
        QuietLogs.set();
        System.exit(run(commandLine(Surroundings.ofProcess()), args));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine all = new CommandLine(new PlexActivities(surroundings));
        bare(all.getSubcommands().get("help"), "Tells more of a command.");
        bare(all.getSubcommands().get("generate-completion"), "Prints the completion for bash and zsh.")
                .description("", "  source <(plex-activities generate-completion)");
        return all.registerConverter(Duration.class, new DurationWords())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setUsageHelpLongOptionsMaxWidth(26)
                .setParameterExceptionHandler((wrong, args) -> {
                    all.getErr().println("plex-activities: " + WrongUsage.sentence(wrong));
                    return Exit.USAGE;
                })
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    all.getErr().println("plex-activities: " + sentence(thrown));
                    return Exit.of(thrown);
                });
    }

    /** The library's own commands take over what this one says of itself. */
    private static UsageMessageSpec bare(CommandLine command, String header) {
        return command.getCommandSpec()
                .usageMessage()
                .header(header)
                .optionListHeading("%nOptions:%n")
                .footerHeading("")
                .footer(new String[0])
                .exitCodeListHeading("")
                .exitCodeList(Map.of());
    }

    /** Runs it, and finds out whether all it said was taken. */
    static int run(CommandLine line, String... args) {
        int exit = line.execute(args);
        if (line.getOut().checkError() || System.out.checkError()) {
            line.getErr().println("plex-activities: The output cannot be written any more.");
            return Exit.NO_OUTPUT;
        }
        return exit;
    }

    private static String sentence(Throwable thrown) {
        return switch (Exit.of(thrown)) {
            case Exit.UNFORESEEN -> "Failed, which is a mistake in this program: " + thrown;
            case Exit.NO_CONNECTION -> ended(thrown.getMessage()) + " 'plex-activities doctor' finds out more.";
            default -> String.valueOf(thrown.getMessage());
        };
    }

    /** Some of what is said of a connection asks back. */
    private static String ended(String sentence) {
        return sentence.endsWith("?") ? sentence : sentence + ".";
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "A command is missing");
    }
}
