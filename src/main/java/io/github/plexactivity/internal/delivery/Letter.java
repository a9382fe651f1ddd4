package io.github.plexactivity.internal.delivery;

import io.github.plexactivity.internal.core.Weight;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.ActivityChange.Updated;
import io.github.plexactivity.model.ConnectionStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits in a mailbox to be told. A link of the {@link Backlog}, which alone writes {@code before} and {@code after}. */
abstract class Letter {
    @Nullable
    Letter before;

    @Nullable
    Letter after;

    /** Whether it takes a receiver that is {@linkplain Receiver#ready ready}: changes do, all else is told at once. */
    boolean isChange() {
        return false;
    }

    /** It was taken out of the backlog, or is about to be dropped. Under the mailbox's lock. */
    void left(Backlog backlog) {}

    /** Tells what it holds, outside any lock. */
    abstract void tell(Receiver receiver, Mailbox mailbox);

    /** Something to do for the receiver in its turn, such as its first or its last signal. */
    static final class Note extends Letter {
        private final Runnable task;

        Note(Runnable task) {
            this.task = task;
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            task.run();
        }
    }

    /** {@link Receiver#synchronizedWith}. */
    static final class Synchronized extends Letter {
        private final Map<String, Activity> activities;

        Synchronized(Map<String, Activity> activities) {
            this.activities = activities;
        }

        @Override
        void left(Backlog backlog) {
            backlog.synchronizationLeft();
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            receiver.synchronizedWith(activities);
        }
    }

    /** {@link Receiver#connection}. */
    static final class Status extends Letter {
        private final ConnectionStatus status;

        Status(ConnectionStatus status) {
            this.status = status;
        }

        @Override
        void left(Backlog backlog) {
            backlog.statusLeft();
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            receiver.connection(status);
        }
    }

    /** A story that started before the process did. Nothing is told; but the filter is asked, as it was then. */
    static final class Resumed extends Letter {
        private final Story story;
        private final Activity activity;

        Resumed(Story story, Activity activity) {
            this.story = story;
            this.activity = activity;
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            story.told = mailbox.chooses(activity);
        }
    }

    /** A change of one activity. */
    abstract static class Change extends Letter {
        final Story story;

        Change(Story story) {
            this.story = story;
        }

        @Override
        final boolean isChange() {
            return true;
        }

        /** Tells the start of a story, if the filter matches now: the match is what starts it for this receiver. */
        final void startIfChosen(Started started, Receiver receiver, Mailbox mailbox) {
            if (mailbox.chooses(started.activity())) {
                story.told = true;
                receiver.change(started);
            }
        }
    }

    /** The start of a story. */
    static final class Start extends Change {
        private final Started started;

        Start(Story story, Started started) {
            super(story);
            this.started = started;
        }

        @Override
        void left(Backlog backlog) {
            backlog.startLeft(story);
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            startIfChosen(started, receiver, mailbox);
        }
    }

    /** All updates of a story that were not told yet, as one. */
    static final class Update extends Change {
        private final Updated first;

        /** Null while there is one alone. */
        private @Nullable Updated latest;

        Update(Story story, Updated first) {
            super(story);
            this.first = first;
        }

        private long weight() {
            long ofFirst = (long) Weight.of(first.previous()) + Weight.of(first.activity());
            return ofFirst + (latest == null ? 0 : Weight.of(latest.activity()));
        }

        /** Takes a further update in. */
        void conflate(Updated next) {
            latest = next;
        }

        @Override
        void left(Backlog backlog) {
            story.update = null;
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            Updated update = latest == null ? first : new Updated(first.previous(), latest.activity());
            if (story.told) {
                receiver.change(update);
            } else {
                startIfChosen(new Started(update.activity()), receiver, mailbox);
            }
        }
    }

    /** The end of a story. */
    static final class End extends Change {
        private final Ended ended;
        private final long weight;

        End(Story story, Ended ended) {
            super(story);
            this.ended = ended;
            this.weight = (long) Weight.of(ended.activity())
                    + (story.start == null ? 0 : Weight.of(story.start.started.activity()))
                    + (story.update == null ? 0 : story.update.weight());
        }

        /** Of what waited of its story as it came, which may wait for as long as it does. */
        long weight() {
            return weight;
        }

        @Override
        void left(Backlog backlog) {
            backlog.endLeft(this);
        }

        @Override
        void tell(Receiver receiver, Mailbox mailbox) {
            if (story.told) {
                receiver.change(ended);
            } else if (mailbox.chooses(ended.activity())) {
                // Matched by its last state. The end follows as a letter of its own, so that closing, a throw or a
                // demand that is used up may come between the two.
                story.told = true;
                mailbox.putBack(this);
                receiver.change(new Started(ended.activity()));
            }
        }
    }
}
