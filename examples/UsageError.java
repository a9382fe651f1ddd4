import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in one sentence, which repeats no argument that may be a token behind a misspelt option. */
final class UsageError {

    private UsageError() {}

    static String sentence(ParameterException wrong) {
        String what = wrong instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : wrong.getMessage();
        return what.replaceFirst("^Error: ", "") + ". Try --help.";
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        return unmatched.getUnmatched().stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> "There is no option " + argument.replaceFirst("=.*", ""))
                .findFirst()
                .orElse("Only options are understood");
    }
}
