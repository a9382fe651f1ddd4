package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.model.Evidence;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole log beside what really happened.
 *
 * @param activities how many there really were
 * @param ended how many of them really ended
 * @param unseen began and ended while nobody followed their server, so that nobody can know
 * @param notListed endings found afterwards, by the servers' lists
 * @param lost ended, and not told
 * @param doubled told to have ended more than once
 * @param raised told to be live after their end
 * @param early told to have ended while they run
 * @param missed run or ran, and nothing tells of them
 * @param invented told of, and never were
 */
record Verdict(
        int activities,
        int ended,
        int unseen,
        int notListed,
        int lost,
        int doubled,
        int raised,
        int early,
        int missed,
        int invented) {

    static Verdict of(
            Collection<Life> lives, Map<ActivityKey, List<Optional<ActivityRecord>>> stories, Optional<Gap> gap) {
        int ended = 0;
        int unseen = 0;
        int lost = 0;
        int early = 0;
        int missed = 0;
        Set<ActivityKey> known = new HashSet<>();
        for (Life life : lives) {
            known.add(life.key());
            boolean over = life.ended().isPresent();
            List<Optional<ActivityRecord>> story = stories.get(life.key());
            ended += over ? 1 : 0;
            if (story == null) {
                boolean hidden = gap.filter(dark -> dark.hides(life)).isPresent();
                unseen += hidden ? 1 : 0;
                missed += hidden ? 0 : 1;
            } else {
                lost += over && endings(story) == 0 ? 1 : 0;
                early += !over && endings(story) > 0 ? 1 : 0;
            }
        }
        Set<ActivityKey> invented = new HashSet<>(stories.keySet());
        invented.removeAll(known);
        return new Verdict(
                known.size(),
                ended,
                unseen,
                count(stories, Verdict::isFoundMissing),
                lost,
                count(stories, story -> endings(story) > 1),
                count(stories, Verdict::isRaised),
                early,
                missed,
                invented.size());
    }

    private static int count(
            Map<ActivityKey, List<Optional<ActivityRecord>>> stories,
            java.util.function.Predicate<List<Optional<ActivityRecord>>> of) {
        return (int) stories.values().stream().filter(of).count();
    }

    private static long endings(List<Optional<ActivityRecord>> story) {
        return story.stream()
                .flatMap(Optional::stream)
                .filter(record -> !record.isLive())
                .count();
    }

    private static boolean isFoundMissing(List<Optional<ActivityRecord>> story) {
        return story.stream()
                .flatMap(Optional::stream)
                .flatMap(record -> record.end().stream())
                .anyMatch(end -> end.evidence() == Evidence.NOT_LISTED);
    }

    /** Forgetting is no ending: it comes after one. */
    private static boolean isRaised(List<Optional<ActivityRecord>> story) {
        boolean over = false;
        for (Optional<ActivityRecord> each : story) {
            if (over && each.filter(ActivityRecord::isLive).isPresent()) {
                return true;
            }
            over |= each.filter(record -> !record.isLive()).isPresent();
        }
        return false;
    }

    boolean isGood() {
        return lost + doubled + raised + early + missed + invented == 0;
    }
}
