package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.examples.fleet.state.ServerRecord;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange;
import java.util.Collection;

/** The servers that this worker follows at present, of whatever partition. */
interface Servers extends AutoCloseable {

    /** Who is told what goes on there, from any thread. */
    interface Hearer {
        void hear(String server, ActivityChange change);
    }

    /**
     * Begins to follow one.
     *
     * @param server its name, not followed yet
     * @param record where it is
     * @param live what ran there when it was last followed: of what is over by now the end is told, and no start of what
     *     goes on
     * @param hearer who is told
     * @throws IllegalArgumentException if it cannot be followed, and why
     */
    void follow(String server, ServerRecord record, Collection<Activity> live, Hearer hearer);

    /** Follows it no more. What is told of it from now on is nothing, but for what is being told at this moment. */
    void leave(String server);

    @Override
    void close();
}
