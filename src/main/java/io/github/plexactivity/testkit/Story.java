package io.github.plexactivity.testkit;

import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.ActivityChange.Updated;
import java.util.List;

/** The rule every story of an activity keeps. */
final class Story {

    private Story() {}

    static void verify(List<ActivityChange> story) {
        for (int i = 0; i < story.size(); i++) {
            ActivityChange change = story.get(i);
            boolean fits = i == 0 ? change instanceof Started : follows(story.get(i - 1), change);
            if (!fits) {
                throw new AssertionError("the story breaks at " + (i + 1) + " of " + story);
            }
        }
    }

    private static boolean follows(ActivityChange before, ActivityChange change) {
        if (before instanceof Ended || change instanceof Started) {
            return false;
        }
        return !(change instanceof Updated updated) || updated.previous().equals(before.activity());
    }
}
