package io.github.plexactivity.cli;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program runs.
 *
 * @param environment its variables
 * @param input its standard input
 */
record Surroundings(Map<String, String> environment, InputStream input) {

    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), System.in);
    }

    /** A variable, if it is set and not blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Its variables may hold a token. */
    @Override
    public String toString() {
        return "Surroundings";
    }
}
