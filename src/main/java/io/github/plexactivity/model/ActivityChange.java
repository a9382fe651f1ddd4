package io.github.plexactivity.model;

/** One step in the story of an activity: it started, any number of updates, it ended. */
public sealed interface ActivityChange {

    /**
     * The activity after this change.
     *
     * @return as last told
     */
    Activity activity();

    /**
     * The activity is known from now on. It may have run for long already.
     *
     * @param activity as first told
     */
    record Started(Activity activity) implements ActivityChange {}

    /**
     * Anything about the activity changed. Successive updates may have been taken together.
     *
     * @param previous as it was before the first of them
     * @param activity as it is after the last
     */
    record Updated(Activity previous, Activity activity) implements ActivityChange {}

    /**
     * The activity is over. Nothing more is said of it.
     *
     * @param ending how, and how that is known
     */
    record Ended(Ending ending) implements ActivityChange {
        @Override
        public Activity activity() {
            return ending.activity();
        }
    }
}
