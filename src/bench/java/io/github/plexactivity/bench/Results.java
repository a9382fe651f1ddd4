package io.github.plexactivity.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was told of each pipeline, round by round. */
final class Results {

    private final Map<Lab.Setup, List<Figures>> rounds = new LinkedHashMap<>();

    void add(Lab.Setup setup, Figures figures) {
        rounds.computeIfAbsent(setup, each -> new ArrayList<>()).add(figures);
        System.err.println(setup.name() + " " + figures.byName());
    }

    boolean has(Lab.Setup setup) {
        return rounds.containsKey(setup);
    }

    /** One figure of a pipeline, or what is made of several. */
    Series of(Lab.Setup setup, ToDoubleFunction<Figures> figure) {
        Series series = new Series();
        rounds.getOrDefault(setup, List.of()).forEach(figures -> series.add(figure.applyAsDouble(figures)));
        return series;
    }
}
