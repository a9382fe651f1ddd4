package io.github.plexactivity.internal.core.link;

import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.MonitorException;
import java.util.Optional;

/**
 * Waits for the token supplier.
 *
 * @param refused the round that was refused, empty where none was made yet with the supplier's latest answer
 */
record Asking(History history, Optional<Round> refused) implements Link {

    @Override
    public ConnectionState state() {
        return ConnectionState.CONNECTING;
    }

    @Override
    public Step token(boolean changed, At at) {
        if (refused.isPresent() && !changed) {
            return refused.get().over(history, at);
        }
        Round round = Round.of(history.plan().transports());
        return (refused.isPresent() ? round.withTokenAsked() : round).next(history, at);
    }

    @Override
    public Step tokenless(MonitorException error, At at) {
        return refused.map(round -> round.over(history, at))
                .orElseGet(() -> Step.to(new Refused(history.noted(error), at.nanos() + Plan.REFUSED_NANOS)));
    }
}
