package io.github.plexactivity.terminal;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line per change, for pipes, files and readers of screens. */
public final class PlainDisplay implements Display {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private final Lines lines = new Lines(System.out);
    private final ConnectionWords connection = new ConnectionWords();

    @Override
    public void onStarted(Activity activity) {
        line("started", Words.titles(activity) + ": " + Words.progress(activity));
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        line("updated", Words.titles(current) + ": " + Words.progress(current));
    }

    @Override
    public void onEnded(Ending ending) {
        line("ended", Words.titles(ending.activity()) + ": " + Words.outcome(ending));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        connection.news(status).ifPresent(words -> line("server", words));
    }

    @Override
    public void left(Activity activity) {
        line("left", Words.titles(activity) + ": " + Words.stillRuns(activity));
    }

    @Override
    public void close(String lastLine) {
        lines.print(lastLine);
    }

    private void line(String what, String words) {
        lines.print(TIME.format(Instant.now()) + "  " + Words.fit(what, 9) + words);
    }
}
