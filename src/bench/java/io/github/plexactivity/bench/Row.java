package io.github.plexactivity.bench;

/**
 * One line of the table of what is demanded.
 *
 * @param figure what was measured
 * @param must what it may be at most
 * @param aim what it should be at most, or no number where there is no aim
 * @param note how it came about, perhaps nothing
 */
record Row(String measure, Series figure, double must, double aim, String note) {

    static final String HEAD = "| measure | must | aim | measured | verdict | |\n|---|---|---|---|---|---|\n";

    String verdict() {
        double median = figure.median();
        return median <= aim ? "aim" : median <= must ? "must" : "**missed**";
    }

    @Override
    public String toString() {
        return "| " + measure + " | ≤ " + number(must) + " | " + (Double.isNaN(aim) ? "" : "≤ " + number(aim)) + " | "
                + figure + " | " + verdict() + " | " + note + " |\n";
    }

    private static String number(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }
}
