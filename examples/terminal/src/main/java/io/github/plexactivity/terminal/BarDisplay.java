package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bar for each activity and the state of the connection below them; what ended stands above them, a line each. */
final class BarDisplay implements Display {
    /** Left free behind the last line, where a terminal shows Ctrl-C: it must not begin another line. */
    private static final int CTRL_C = "^C".length();

    private final Screen screen;
    private final Paint paint;
    private final Map<String, Bar> bars = new LinkedHashMap<>();
    private final ConnectionWords connection = new ConnectionWords();

    BarDisplay(Screen screen) {
        this.screen = screen;
        this.paint = Paint.ofEnvironment();
    }

    @Override
    public void onStarted(Activity activity) {
        bars.put(activity.uuid(), new Bar(activity, screen, paint));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        bars.get(current.uuid()).show(current);
    }

    @Override
    public void onEnded(Ending ending) {
        Paint.Colour colour = switch (ending.outcome()) {
            case COMPLETED -> Paint.Colour.GREEN;
            case CANCELLED -> Paint.Colour.YELLOW;
            case UNKNOWN -> Paint.Colour.MAGENTA;
        };
        over(ending.activity(), Words.outcome(ending), colour);
    }

    @Override
    public void left(Activity activity) {
        over(activity, Words.stillRuns(activity), Paint.Colour.CYAN);
    }

    /** The words are never cut, the titles are. */
    private void over(Activity activity, String words, Paint.Colour colour) {
        bars.remove(activity.uuid()).close();
        String cutWords = Words.cut(words, screen.columns());
        int rest = screen.columns() - cutWords.length() - 2;
        String titles = rest < 3 ? "" : Words.cut(Words.titles(activity), rest) + ": ";
        screen.print(titles + paint.in(colour, cutWords));
        tick();
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        connection.news(status).ifPresent(words -> tick());
    }

    @Override
    public void tick() {
        int room = screen.lines() - 1;
        List<String> lines = new ArrayList<>();
        bars.values().stream()
                .limit(bars.size() > room ? room - 1 : room)
                .map(Bar::line)
                .forEach(lines::add);
        if (lines.size() < bars.size()) {
            lines.add(Words.cut("... and " + (bars.size() - lines.size()) + " more", screen.columns()));
        }
        String words = Words.cut(connection.now(), screen.columns() - CTRL_C);
        lines.add(paint.in(connection.isConnected() ? Paint.Colour.GREEN : Paint.Colour.YELLOW, words));
        screen.draw(lines);
    }

    @Override
    public void close(String lastLine) {
        bars.values().forEach(Bar::close);
        screen.close(lastLine + "\n");
    }

    @Override
    public void dismiss() {
        screen.close("");
    }
}
