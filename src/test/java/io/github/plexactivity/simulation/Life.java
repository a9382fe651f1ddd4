package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Activity;
import java.util.Collection;

/** One process: a monitor, its users, and what befalls them. */
final class Life {

    final Stage stage;
    final Users users;
    final Walk walk;

    /**
     * Nothing was started yet.
     *
     * @param resumed what the process knows to have been live when the one before it stopped
     */
    Life(Stage stage, Collection<Activity> resumed) {
        this.stage = stage;
        stage.engine.resume(resumed);
        users = new Users(stage, resumed);
        walk = new Walk(stage, users);
    }

    void close() {
        stage.ledger.note("USER", () -> "closes");
        stage.engine.close();
        stage.api.close();
        users.shut();
        stage.streams.forbid();
        stage.streams.each(stream -> stage.ledger.violated("close() left a stream open"));
    }

    /** It was closed a while ago. */
    void requireOver() {
        users.requireDone();
        stage.ledger.require(stage.loop.timers() == 0, "close() left a timer set");
    }
}
