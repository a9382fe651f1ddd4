package io.github.plexactivity.cli;

import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.terminal.ConnectionWords;
import java.io.PrintWriter;

/** Tells what becomes of a connection once there was one; that all is well from the start is no news. */
final class ConnectionNews implements ActivityListener {
    private final ConnectionWords words = new ConnectionWords();
    private final PrintWriter err;
    private boolean wasConnected;
    private boolean isLost;

    ConnectionNews(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        boolean isAnotherAttempt = isLost && status.state() == ConnectionState.CONNECTING;
        words.news(status)
                .filter(sentence -> !isAnotherAttempt && isNews(status))
                .ifPresent(err::println);
        wasConnected |= words.isConnected();
        isLost = wasConnected && !words.isConnected();
    }

    private boolean isNews(ConnectionStatus status) {
        return wasConnected || words.isConnected() && status.lastError().isPresent();
    }
}
