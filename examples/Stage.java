import io.github.plexactivity.testkit.FakePlexServer;

/** Where the script is played: a server, and what its audience does. */
interface Stage {
    FakePlexServer server();

    /** Somebody cancels this activity. */
    void cancel(Job job) throws Exception;

    /** The server may be reached again. */
    void reachable() throws Exception;
}
