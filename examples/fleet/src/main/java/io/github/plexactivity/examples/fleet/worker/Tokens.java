package io.github.plexactivity.examples.fleet.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tokens in a directory, a file each, as secrets are mounted into containers. A file may change at any time. */
record Tokens(Path directory) {

    /**
     * Reads one, each time anew: a server's monitor asks again when its token is refused.
     *
     * @param name a plain file name
     */
    String token(String name) {
        try {
            return Files.readString(directory.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the token " + name + " cannot be read in the directory of tokens", e);
        }
    }
}
