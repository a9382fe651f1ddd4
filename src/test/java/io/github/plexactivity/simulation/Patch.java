package io.github.plexactivity.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A change to one source file of the library. */
final class Patch {

    private static final Path SOURCES = Path.of("src/main/java/io/github/plexactivity");

    private final String file;
    private final List<String> changes;

    /**
     * A change.
     *
     * @param file without its ending
     * @param changes what is replaced, each by what follows it
     */
    Patch(String file, String... changes) {
        this.file = file;
        this.changes = List.of(changes);
    }

    /** The class it is in. */
    String className() {
        return "io.github.plexactivity." + file.replace('/', '.');
    }

    /**
     * The file, changed.
     *
     * @throws IllegalStateException if the file is so much another by now that the change has no place in it any more
     */
    String source() throws IOException {
        String source = Files.readString(SOURCES.resolve(file + ".java"));
        for (int i = 0; i < changes.size(); i += 2) {
            String[] around = source.split(Pattern.quote(changes.get(i)), -1);
            if (around.length != 2) {
                throw new IllegalStateException(
                        "in " + file + " there is no longer one place that says: " + changes.get(i));
            }
            source = around[0] + changes.get(i + 1) + around[1];
        }
        return source;
    }

    @Override
    public String toString() {
        return file + changes;
    }
}
