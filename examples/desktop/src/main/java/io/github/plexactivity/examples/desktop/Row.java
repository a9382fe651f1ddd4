package io.github.plexactivity.examples.desktop;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import java.util.Optional;

/**
 * What one line of the table shows.
 *
 * @param activity as last told
 * @param ending how it ended, if it did
 * @param isCancelling whether the server is just asked to cancel it
 */
record Row(Activity activity, Optional<Ending> ending, boolean isCancelling) {

    static Row of(Activity activity) {
        return new Row(activity, Optional.empty(), false);
    }

    Row with(Activity current) {
        return new Row(current, ending, isCancelling);
    }

    Row cancelling(boolean now) {
        return new Row(activity, ending, now);
    }

    static Row of(Ending ending) {
        return new Row(ending.activity(), Optional.of(ending), false);
    }

    String title() {
        return activity.title().isBlank() ? activity.type() : activity.title();
    }

    boolean isRunning() {
        return ending.isEmpty();
    }

    /** Whether it makes sense to ask the server to cancel it. */
    boolean canBeCancelled() {
        return isRunning() && activity.cancellable() && !isCancelling;
    }

    /** Whether it runs without telling how far it is. */
    boolean isEndless() {
        return isRunning() && activity.progress().isEmpty();
    }

    /** How far it is, or how it ended. */
    String state() {
        return ending.map(Words::of)
                .orElseGet(() -> isEndless() ? "" : (int) activity.progress().getAsDouble() + " %");
    }
}
