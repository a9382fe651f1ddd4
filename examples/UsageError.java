import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in one sentence, which repeats no argument that may be a token behind a misspelt option. */
final class UsageError {

    private UsageError() {}

    static String sentence(ParameterException wrong) {
        return what(wrong) + ". Try --help.";
    }

    /** The library's own sentences quote what was given. */
    private static String what(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (wrong instanceof MutuallyExclusiveArgsException) {
            return "Of --server, --replay and --serve only one can be given, and once";
        }
        if (wrong.getArgSpec() instanceof OptionSpec option) {
            return option.longestName() + " has no value, or one that it does not take";
        }
        return wrong.getClass() == ParameterException.class ? wrong.getMessage() : "These options do not fit together";
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        return unmatched.getUnmatched().stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> "There is no option " + argument.replaceFirst("=.*", ""))
                .findFirst()
                .orElse("Only options are understood");
    }
}
