package io.github.plexactivity.terminal;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries log does not belong between the bars. */
public final class QuietLogs {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger FAKE_SERVER = Logger.getLogger("mockwebserver3");

    private QuietLogs() {}

    /** Has an effect if called before the first logger of SLF4J is made. */
    public static void set() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        FAKE_SERVER.setLevel(Level.OFF);
    }
}
