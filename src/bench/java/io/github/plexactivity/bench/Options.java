package io.github.plexactivity.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param groups names of groups; all of them where it is empty
 * @param only a part of the names of the pipelines wanted in a group; all of them where it is empty
 * @param quick less of everything: for a look, not for figures
 * @param write whether the pages of which all groups are measured are to hold the figures
 * @param rounds how often each pipeline is measured
 */
record Options(List<String> groups, String only, boolean quick, boolean write, int rounds) {

    static final String USAGE = """
            ./mvnw -q -Pbench test-compile exec:java [-Dexec.args="..."]
              [group ...]      any of throughput, latency, sleeper, heap, idle, start, micro, hub; all if none is named
              --quick          shorter, for a look
              --rounds=N       5 if not said, 2 with --quick
              --only=TEXT      only pipelines (and sizes of a hub) whose names hold the text
              --write          put the figures into docs/performance.md, and those of hub into docs/scale.md
            """;

    static Options parse(String[] args) {
        List<String> groups = new ArrayList<>();
        String only = "";
        boolean quick = false;
        boolean write = false;
        int rounds = 0;
        for (String arg : args) {
            if (arg.equals("--quick")) {
                quick = true;
            } else if (arg.equals("--write")) {
                write = true;
            } else if (arg.startsWith("--rounds=")) {
                rounds = Integer.parseInt(arg.substring("--rounds=".length()));
            } else if (arg.startsWith("--only=")) {
                only = arg.substring("--only=".length());
            } else if (arg.startsWith("-")) {
                throw new IllegalArgumentException(USAGE);
            } else {
                groups.add(arg);
            }
        }
        return new Options(groups, only, quick, write, rounds > 0 ? rounds : quick ? 2 : 5);
    }

    boolean asksFor(String group) {
        return groups.isEmpty() || groups.contains(group);
    }

    boolean wants(String name) {
        return name.contains(only);
    }

    boolean wantsAll() {
        return only.isEmpty();
    }

    /** Events before anything is measured: enough for the compiler. */
    long warmUp() {
        return quick ? 600_000 : 1_500_000;
    }

    /** Events that are measured. */
    long events() {
        return quick ? 500_000 : 2_000_000;
    }

    /** How long a rate is kept up. */
    int seconds() {
        return quick ? 2 : 4;
    }

    /** Updates that a listener sleeps through. */
    long updates() {
        return quick ? 100_000 : 1_000_000;
    }
}
