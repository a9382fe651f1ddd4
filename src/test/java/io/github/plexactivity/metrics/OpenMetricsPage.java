package io.github.plexactivity.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in the text format of OpenMetrics 1.0, read line by line by its grammar; whatever breaks that is refused. */
final class OpenMetricsPage {

    private static final String NAME = "([a-zA-Z_:][a-zA-Z0-9_:]*)";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final String NUMBER = "([+-]?(?:Inf|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)|NaN)";
    private static final Pattern METADATA = Pattern.compile("# (TYPE|UNIT|HELP) " + NAME + " (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile(NAME + "(\\{(?:" + LABEL + "(?:," + LABEL + ")*)?})? " + NUMBER);
    private static final Map<String, List<String>> SUFFIXES = Map.of(
            "counter", List.of("_total", "_created"),
            "gauge", List.of(""),
            "summary", List.of("", "_count", "_sum", "_created"));

    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private String family = "";

    static OpenMetricsPage read(String text) {
        if (!text.endsWith("# EOF\n")) {
            throw new IllegalArgumentException("does not end as a page does");
        }
        OpenMetricsPage page = new OpenMetricsPage();
        text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(page::line);
        return page;
    }

    /** The value of a sample, with its labels as they are written. */
    double value(String sample) {
        Double value = samples.get(sample);
        if (value == null) {
            throw new IllegalArgumentException(sample + " is none of " + samples.keySet());
        }
        return value;
    }

    /** Of each family. */
    Map<String, String> types() {
        return types;
    }

    private void line(String line) {
        Matcher metadata = METADATA.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (metadata.matches()) {
            describe(metadata.group(1), metadata.group(2), metadata.group(3));
        } else if (sample.matches()) {
            take(line, sample);
        } else {
            throw new IllegalArgumentException("no line of OpenMetrics: " + line);
        }
    }

    private void describe(String what, String name, String text) {
        if (!name.equals(family)) {
            require(over.add(name), "told of in two places: " + name);
            family = name;
        }
        require(samples.keySet().stream().noneMatch(each -> base(each).equals(name)), "described late: " + name);
        if (what.equals("TYPE")) {
            require(SUFFIXES.containsKey(text), "no type: " + text);
            require(types.put(name, text) == null, "two types: " + name);
        } else if (what.equals("UNIT")) {
            require(name.endsWith("_" + text), "its name does not end with its unit: " + name);
        }
    }

    private void take(String line, Matcher sample) {
        String name = sample.group(1);
        List<String> suffixes = SUFFIXES.get(types.getOrDefault(family, ""));
        require(
                suffixes != null && name.startsWith(family) && suffixes.contains(name.substring(family.length())),
                "a sample of another family than " + family + ": " + line);
        int value = line.lastIndexOf(' ');
        Double before = samples.put(line.substring(0, value), Double.valueOf(javaNumber(sample.group(3))));
        require(before == null, "twice: " + line);
    }

    private static String javaNumber(String number) {
        return number.replace("Inf", "Infinity");
    }

    private static String base(String sample) {
        int labels = sample.indexOf('{');
        return labels < 0 ? sample : sample.substring(0, labels);
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
