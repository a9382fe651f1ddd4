package io.github.plexactivity.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether a figure grows with time: the slope of the straight line that fits best. */
final class Drift {

    private Drift() {}

    /**
     * By how much a figure grew from the first sample to the last, were it to grow evenly.
     *
     * @param when of a sample, on any scale
     */
    static <T> double of(List<T> samples, ToDoubleFunction<T> when, ToDoubleFunction<T> figure) {
        if (samples.size() < 2) {
            return 0;
        }
        double meanWhen = samples.stream().mapToDouble(when).average().orElse(0);
        double meanFigure = samples.stream().mapToDouble(figure).average().orElse(0);
        double together = 0;
        double square = 0;
        for (T sample : samples) {
            double off = when.applyAsDouble(sample) - meanWhen;
            together += off * (figure.applyAsDouble(sample) - meanFigure);
            square += off * off;
        }
        double span = when.applyAsDouble(samples.get(samples.size() - 1)) - when.applyAsDouble(samples.get(0));
        return square == 0 ? 0 : together / square * span;
    }
}
