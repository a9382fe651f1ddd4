package io.github.plexactivity;

import io.github.plexactivity.internal.runtime.Engine;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.Ending;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An activity of an engine. */
record TrackedActivity(Engine engine, String uuid) implements ActivityHandle {

    /** Whether somebody may ask for it, or for a server, by this. What a server tells of is known by whatever it is called. */
    static boolean isName(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public Optional<Activity> current() {
        return engine.current(uuid);
    }

    @Override
    public CompletableFuture<Ending> ended() {
        return engine.ended(uuid);
    }

    @Override
    public CompletableFuture<CancelResult> cancel() {
        return engine.cancel(uuid);
    }

    @Override
    public String toString() {
        return "ActivityHandle[" + uuid + "]";
    }
}
