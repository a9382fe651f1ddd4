package io.github.plexactivity.terminal;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import java.time.Instant;
import java.util.Optional;

/** The story of a connection in words: remembers whether there was one, and what was said last. */
public final class ConnectionWords {
    private boolean wasConnected;
    private Optional<ConnectionStatus> latest = Optional.empty();
    private String said = "";

    /** What is to be said of this status, unless it was said last. */
    public Optional<String> news(ConnectionStatus status) {
        wasConnected |= status.state() == ConnectionState.CONNECTED;
        latest = Optional.of(status);
        String words = now();
        boolean isNews = status.state() != ConnectionState.CLOSED && !words.equals(said);
        said = words;
        return isNews ? Optional.of(words) : Optional.empty();
    }

    public boolean isConnected() {
        return latest.filter(status -> status.state() == ConnectionState.CONNECTED)
                .isPresent();
    }

    /** How it stands at this moment; a wait gets shorter as time goes by. */
    public String now() {
        return latest.map(status -> Words.connection(status, Instant.now(), wasConnected))
                .orElse("");
    }
}
