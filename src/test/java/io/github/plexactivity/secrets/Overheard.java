package io.github.plexactivity.secrets;

import java.io.Serializable;

/**
 * A text that somebody could see.
 *
 * @param where a log, an exception, a name of a thread, a request without its token
 * @param text all of it
 */
record Overheard(String where, String text) implements Serializable {

    private static final long serialVersionUID = 1L;
}
