package io.github.plexactivity.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in one sentence, which repeats no argument that may be a token behind a misspelt option. */
final class WrongUsage {

    private WrongUsage() {}

    static String sentence(ParameterException wrong) {
        return what(wrong) + ". See '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.";
    }

    /** The library's own sentences quote what was given. */
    private static String what(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (wrong instanceof MutuallyExclusiveArgsException || wrong instanceof MissingParameterException) {
            return wrong.getMessage().replace("Error: ", "").replaceAll("=<[^>]*>", "");
        }
        if (wrong.getArgSpec() instanceof OptionSpec option) {
            return option.longestName() + " has no value, or one that it does not take";
        }
        return wrong.getClass() == ParameterException.class ? wrong.getMessage() : "These options do not fit together";
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        return unmatched.getUnmatched().stream()
                .filter(argument -> argument.startsWith("-"))
                .map(WrongUsage::noOption)
                .findFirst()
                .orElseGet(() -> noCommand(unmatched));
    }

    private static String noOption(String argument) {
        String name = argument.replaceFirst("=.*", "");
        return name.equals("--token")
                ? "A token on the command line could be seen by others: set PLEX_TOKEN, or use --token-file"
                : "There is no option " + name;
    }

    private static String noCommand(UnmatchedArgumentException unmatched) {
        boolean hasCommands = !unmatched.getCommandLine().getSubcommands().isEmpty();
        List<String> similar = hasCommands ? unmatched.getSuggestions() : List.of();
        String hint = similar.isEmpty() ? "" : ": perhaps " + String.join(" or ", similar);
        return hasCommands ? "There is no such command" + hint : "That is more than this command takes";
    }
}
