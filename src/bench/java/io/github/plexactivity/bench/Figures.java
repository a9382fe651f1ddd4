package io.github.plexactivity.bench;

import java.util.HashMap;
import java.util.Map;

/** What a measured process told, each figure by its name. */
record Figures(Map<String, Double> byName) {

    /** From {@code name=value} with spaces between. */
    static Figures parse(String line) {
        Map<String, Double> byName = new HashMap<>();
        for (String pair : line.split(" ", -1)) {
            String[] parts = pair.split("=", -1);
            byName.put(parts[0], Double.parseDouble(parts[1]));
        }
        return new Figures(byName);
    }

    double of(String name) {
        Double figure = byName.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no figure " + name + " in " + byName.keySet());
        }
        return figure;
    }

    /** By what share of another figure. */
    double each(String name, String other) {
        return of(name) / of(other);
    }
}
