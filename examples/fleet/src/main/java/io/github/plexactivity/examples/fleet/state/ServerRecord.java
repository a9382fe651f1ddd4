package io.github.plexactivity.examples.fleet.state;

import java.net.URI;
import java.util.Optional;

/**
 * A server to follow, as it stands in the topic of servers. Its token does not: only the name of the file that holds it.
 *
 * @param address where it is
 * @param token the name of a file in the workers' directory of tokens, if the server asks for one
 */
public record ServerRecord(URI address, Optional<String> token) {

    /**
     * Checks that the token is named by a plain name.
     *
     * @param address taken as it is: what it must be like, the library knows
     * @param token letters, digits, dots, dashes and underscores, and no dot first
     * @throws IllegalArgumentException if it is a path, or something else
     */
    public ServerRecord {
        // Who may write servers must not be able to have any file of a worker sent somewhere.
        if (token.isPresent() && !token.get().matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}")) {
            throw new IllegalArgumentException("a token is named by a plain file name of letters, digits, . _ and -");
        }
    }

    /** Whether this may be a server's name: the library takes no other, and in a log it would forge lines. */
    public static boolean isName(String name) {
        return !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
    }
}
