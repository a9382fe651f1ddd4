package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.model.Activity;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The answers to requests for the list, and what the monitor may make of each. */
final class Lists {

    private final World world;
    private final BiPredicate<String, Long> toldLately;
    private Set<String> latest = Set.of();
    private Set<String> before = Set.of();
    private long good;
    private long bad;
    private long goodAsked = -1;
    private long badAsked = -1;

    /**
     * No list yet.
     *
     * @param toldLately whether the stream in use told of an activity so shortly before a time that this stands
     */
    Lists(World world, BiPredicate<String, Long> toldLately) {
        this.world = world;
        this.toldLately = toldLately;
    }

    /** How many lists were read, and how many could not be. */
    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    /** Whether one that was asked for since a time was read. */
    boolean wasRead(long since) {
        return goodAsked >= since;
    }

    /** Whether one that was asked for since a time could not be read. */
    boolean wasMissed(long since) {
        return badAsked >= since;
    }

    /**
     * An answer reaches the monitor.
     *
     * @param asked when it was asked for
     * @param answer gives it to the monitor
     */
    void answer(Listing listing, long asked, Runnable answer) {
        if (listing instanceof Listing.Listed listed) {
            before = good == 0 ? listed.snapshot().rows().keySet() : latest;
            latest = listed.snapshot().rows().keySet();
            good++;
            goodAsked = asked;
        } else {
            bad++;
            badAsked = asked;
        }
        Map<String, Activity> known = world.view().get();
        answer.run();
        Map<String, Activity> shown = world.view().get();
        if (!shown.equals(known)) {
            known.forEach((uuid, activity) ->
                    requireRight(activity, shown.containsKey(uuid) ? shown.get(uuid) : null, asked));
        }
    }

    private void requireRight(Activity known, @Nullable Activity shown, long asked) {
        String uuid = known.uuid();
        if (shown == null) {
            world.ledger()
                    .require(
                            !latest.contains(uuid) && !before.contains(uuid),
                            "ended by absence, and one of the two latest lists showed it: ",
                            uuid);
        } else if (!shown.equals(known)) {
            Job job = world.jobs().find(uuid);
            boolean back = job != null && job.isOlder(shown, known);
            world.ledger()
                    .require(!back || !toldLately.test(uuid, asked), "a list turned back what a stream told: ", shown);
        }
    }
}
