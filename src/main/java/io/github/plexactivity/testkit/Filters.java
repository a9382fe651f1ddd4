package io.github.plexactivity.testkit;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code filters} of a stream: {@code a,b} lets these through, {@code -a} all but this. */
final class Filters {
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> unwanted = new HashSet<>();

    /** Reads the parameter; null is the server's default, all but logs. */
    Filters(@Nullable String parameter) {
        for (String name : (parameter == null ? "-log" : parameter).split(",", -1)) {
            if (name.startsWith("-")) {
                unwanted.add(name.substring(1));
            } else if (!name.isEmpty()) {
                wanted.add(name);
            }
        }
    }

    /** A ping passes every filter. */
    boolean pass(String type) {
        return type.equals("ping") || (!unwanted.contains(type) && (wanted.isEmpty() || wanted.contains(type)));
    }
}
