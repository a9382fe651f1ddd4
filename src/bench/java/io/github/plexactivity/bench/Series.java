package io.github.plexactivity.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** The figures of one measure, one from each round. */
final class Series {

    private final List<Double> figures = new ArrayList<>();

    static Series of(double... figures) {
        Series series = new Series();
        for (double figure : figures) {
            series.add(figure);
        }
        return series;
    }

    void add(double figure) {
        figures.add(figure);
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    double median() {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Round by round, since what disturbs one of a round is likely to disturb the other. */
    Series with(Series other, DoubleBinaryOperator operator) {
        Series series = new Series();
        for (int i = 0; i < figures.size(); i++) {
            series.add(operator.applyAsDouble(figures.get(i), other.figures.get(i)));
        }
        return series;
    }

    Series over(Series other) {
        return with(other, (mine, others) -> mine / others);
    }

    /** The median, and in brackets the least and the most. */
    @Override
    public String toString() {
        String median = shown(median());
        return figures.size() == 1
                ? median
                : median + " (" + shown(Collections.min(figures)) + "–" + shown(Collections.max(figures)) + ")";
    }

    private static String shown(double figure) {
        int digits = Math.abs(figure) < 10 ? 2 : Math.abs(figure) < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f", figure);
    }
}
