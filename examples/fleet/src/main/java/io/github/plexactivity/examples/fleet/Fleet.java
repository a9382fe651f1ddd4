package io.github.plexactivity.examples.fleet;

import io.github.plexactivity.examples.fleet.demo.DemoCommand;
import io.github.plexactivity.examples.fleet.kafka.Unusable;
import io.github.plexactivity.examples.fleet.worker.AddCommand;
import io.github.plexactivity.examples.fleet.worker.RemoveCommand;
import io.github.plexactivity.examples.fleet.worker.TopicsCommand;
import io.github.plexactivity.examples.fleet.worker.WorkCommand;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The fleet's commands. See {@code --help}. */
@Command(
        name = "fleet",
        version = "fleet 0.1.0",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Follows the activities of many Plex Media Servers, and keeps them in Apache Kafka.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:something is wrong, and was told", "2:wrong usage"},
        subcommands = {
            DemoCommand.class,
            TopicsCommand.class,
            AddCommand.class,
            RemoveCommand.class,
            WorkCommand.class,
            HelpCommand.class
        })
public final class Fleet implements Runnable {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private Fleet() {}

    /**
     * Runs a command.
     *
     * @param arguments its name and what it takes
     */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Fleet())
                .registerConverter(Duration.class, Fleet::duration)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    line.getErr().println("fleet: " + sentence(thrown));
                    return 1;
                });
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse("PT" + text);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new CommandLine.TypeConversionException("takes a time of a millisecond to a year, as 0.1s or 5m");
        }
        return duration;
    }

    private static String sentence(Exception thrown) {
        if (thrown instanceof Unusable) {
            return thrown.getMessage();
        }
        return thrown instanceof KafkaException
                ? "Kafka's client says: " + innermost(thrown).getMessage()
                : "Failed, which is a mistake in this program: " + thrown;
    }

    private static Throwable innermost(Throwable thrown) {
        return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "A command is missing");
    }
}
