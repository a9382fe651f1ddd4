package io.github.plexactivity.cli;

import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.terminal.ConnectionWords;
import java.io.PrintWriter;

/** Tells what becomes of a connection once there was one; that all is well from the start is no news. */
final class ConnectionNews implements ActivityListener {
    private final ConnectionWords words = new ConnectionWords();
    private final PrintWriter err;
    private boolean wasConnected;

    ConnectionNews(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        boolean isNews = wasConnected || status.lastError().isPresent();
        words.news(status)
                .filter(sentence -> isNews && (wasConnected || words.isConnected()))
                .ifPresent(err::println);
        wasConnected |= words.isConnected();
    }
}
