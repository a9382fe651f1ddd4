package io.github.plexactivity.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Weight;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.ActivityChange.Updated;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one receiver, in the loop's order. Updates of one activity wait as one, in the place of the first;
 * starts and ends are kept each, and so memory grows with the activities that live and with the endings not yet told.
 * Of those it holds at most a given number and weight: beyond that the oldest stories of which the receiver knows
 * nothing yet are dropped whole. Never more can be waiting that are known in part: these all lived at one time.
 *
 * <p>A ring of letters, since letters leave from the middle too. Not safe for threads: its mailbox's lock guards it.
 */
final class Backlog {
    private static final int MOST_STATUSES = 16;

    private final Delivery delivery;
    private final Lateness lateness;

    /** The activities that live, as this receiver will know them. */
    private final Map<String, Story> living = new HashMap<>();

    /** The stories of which both start and end wait, oldest end first. */
    private final Set<Story> whole = new LinkedHashSet<>();

    /** Closes the ring: the first letter comes after it, the last before it. */
    private final Letter fence = new Letter.Note(() -> {});

    private final Queue<Letter.Status> statuses = new ArrayDeque<>();
    private int endings;
    private long weight;
    private int size;
    private Letter.@Nullable Synchronized synchronization;

    Backlog(Delivery delivery) {
        this.delivery = delivery;
        this.lateness = new Lateness(delivery);
        link(fence, fence, fence);
    }

    /** The receiver was told of the start in a process before this one, if its filter chose the activity. */
    void resume(Activity activity) {
        Story story = new Story();
        living.put(activity.uuid(), story);
        append(new Letter.Resumed(story, activity));
    }

    void add(ActivityChange change) {
        if (change instanceof Updated updated) {
            add(updated);
        } else if (change instanceof Started started) {
            add(started);
        } else if (change instanceof Ended ended) {
            add(ended);
        }
    }

    private void add(Started started) {
        Story story = new Story();
        living.put(started.activity().uuid(), story);
        story.start = new Letter.Start(story, started);
        append(story.start);
    }

    private void add(Updated updated) {
        Story story = living.get(updated.activity().uuid());
        if (story == null) {
            story = new Story();
            living.put(updated.activity().uuid(), story);
        }
        if (story.update != null) {
            story.update.conflate(updated);
        } else {
            story.update = new Letter.Update(story, updated);
            append(story.update);
        }
    }

    private void add(Ended ended) {
        Story story = living.remove(ended.activity().uuid());
        if (story == null) {
            story = new Story();
        }
        story.end = new Letter.End(story, ended);
        append(story.end);
        count(story.end);
        if (story.start != null) {
            whole.add(story);
        }
        while (isTooMuch() && !whole.isEmpty()) {
            dropOldestWhole();
        }
    }

    private void count(Letter.End end) {
        endings++;
        weight += end.weight();
    }

    private boolean isTooMuch() {
        return endings > delivery.maxEndings() || weight > Weight.most(delivery.maxEndings());
    }

    private void dropOldestWhole() {
        Story story = whole.iterator().next();
        drop(story.start);
        drop(story.update);
        drop(story.end);
        delivery.counters().count(Counter.DROPPED_STORIES);
    }

    private void drop(@Nullable Letter letter) {
        if (letter != null) {
            remove(letter);
        }
    }

    /** Keeps the newest alone, in its place. */
    void synchronizedWith(Map<String, Activity> activities) {
        drop(synchronization);
        synchronization = new Letter.Synchronized(activities);
        append(synchronization);
    }

    /** Keeps the newest few, in their places. */
    void connection(ConnectionStatus status) {
        if (statuses.size() == MOST_STATUSES) {
            drop(statuses.peek());
        }
        Letter.Status letter = new Letter.Status(status);
        statuses.add(letter);
        append(letter);
    }

    void note(Runnable task) {
        append(new Letter.Note(task));
    }

    /** The next to be told, or null where nothing waits. */
    @Nullable
    @SuppressWarnings("ReferenceEquality") // The fence is no letter like others: it is meant itself.
    Letter first() {
        return fence.after == fence ? null : fence.after;
    }

    /** Takes a letter out, to be told. */
    void take(Letter letter) {
        remove(letter);
        lateness.took(size);
    }

    private void remove(Letter letter) {
        Letter before = requireNonNull(letter.before);
        Letter after = requireNonNull(letter.after);
        before.after = after;
        after.before = before;
        letter.before = null;
        letter.after = null;
        size--;
        letter.left(this);
    }

    /** An end that was taken out has to wait once more, before all others. */
    void putBack(Letter.End letter) {
        letter.story.end = letter;
        count(letter);
        size++;
        link(letter, fence, requireNonNull(fence.after));
    }

    /** Forgets everything. */
    void clear() {
        living.clear();
        whole.clear();
        statuses.clear();
        synchronization = null;
        endings = 0;
        weight = 0;
        size = 0;
        link(fence, fence, fence);
    }

    /** How many letters wait. */
    int size() {
        return size;
    }

    private void append(Letter letter) {
        link(letter, requireNonNull(fence.before), fence);
        size++;
        lateness.put(size);
    }

    private static void link(Letter letter, Letter before, Letter after) {
        letter.before = before;
        letter.after = after;
        before.after = letter;
        after.before = letter;
    }

    // What the letters say as they leave.

    void startLeft(Story story) {
        story.start = null;
        if (story.end != null) {
            whole.remove(story);
        }
    }

    void endLeft(Letter.End end) {
        end.story.end = null;
        endings--;
        weight -= end.weight();
    }

    void statusLeft() {
        statuses.remove();
    }

    void synchronizationLeft() {
        synchronization = null;
    }
}
