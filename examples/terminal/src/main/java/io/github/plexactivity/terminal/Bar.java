package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** One line: the title, a bar, the time since it is watched, the subtitle. */
final class Bar {
    private final Screen screen;
    private final ProgressBar bar;
    private final AtomicReference<String> rendered = new AtomicReference<>("");
    private Activity activity;

    Bar(Activity activity, Screen screen, Paint paint) {
        this.activity = activity;
        this.screen = screen;
        this.bar = new ProgressBarBuilder()
                .setTaskName("")
                .setInitialMax(activity.progress().isPresent() ? 100 : -1)
                .setRenderer(new BarRenderer(paint, screen.speaksUnicode()))
                .setConsumer(new Line())
                // It is asked for when the screen is drawn, not on a clock of its own.
                .setUpdateIntervalMillis(Integer.MAX_VALUE)
                .continuousUpdate()
                .build();
        show(activity);
    }

    void show(Activity current) {
        activity = current;
        current.progress().ifPresent(percent -> bar.maxHint(100).stepTo((long) percent));
        if (current.progress().isEmpty()) {
            bar.maxHint(-1);
        }
    }

    String line() {
        if (bar.isIndefinite()) {
            bar.step();
        }
        bar.setExtraMessage(Words.fit(Words.clean(activity.subtitle()), subtitleColumns()));
        bar.refresh();
        return Words.fit(Words.title(activity), titleColumns()) + rendered.get();
    }

    void close() {
        bar.close();
    }

    private int titleColumns() {
        return screen.columns() / 4;
    }

    private int subtitleColumns() {
        return screen.columns() / 3;
    }

    /** Takes what the bar looks like instead of printing it. */
    private final class Line implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return screen.columns() - titleColumns();
        }

        @Override
        public void accept(String line) {
            rendered.set(line);
        }

        @Override
        public void close() {}
    }
}
