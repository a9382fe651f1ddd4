package io.github.plexactivity.terminal;

import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** A bar and the time it took so far, of the same length whatever they say: bars above each other stand in columns. */
final class BarRenderer extends DefaultProgressBarRenderer {

    BarRenderer(Paint paint, boolean unicode) {
        super(unicode ? line(paint) : ProgressBarStyle.ASCII, "", 1, false, null, null, false, null);
    }

    private static ProgressBarStyle line(Paint paint) {
        return ProgressBarStyle.builder()
                .leftBracket(paint.begin(Paint.Colour.CYAN))
                .block('━')
                .fractionSymbols(" ╸")
                .rightSideFractionSymbol('─')
                .space('─')
                .rightBracket(paint.end())
                .build();
    }

    /** Nothing, not a question mark, where there is none. */
    @Override
    protected String percentage(ProgressState state) {
        return state.isIndefinite() ? "    " : super.percentage(state);
    }

    /** Out of a hundred says no more than the percentage does. */
    @Override
    protected String ratio(ProgressState state) {
        return "";
    }
}
