package io.github.plexactivity.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers every text there is to see, from any thread. There is one in a process, as there is one log. */
final class Ear {

    private static final Set<Overheard> HEARD = ConcurrentHashMap.newKeySet();

    private Ear() {}

    static List<Overheard> heard() {
        return List.copyOf(HEARD);
    }

    static void hear(String where, @Nullable Object what) {
        if (what instanceof Throwable thrown) {
            hearThrown(where, thrown);
        } else if (what instanceof Object[] several) {
            for (Object each : several) {
                hear(where, each);
            }
        } else if (what != null) {
            HEARD.add(new Overheard(where, what.toString()));
        }
    }

    /** With its causes, what it suppresses, and what it would be on a wire. */
    private static void hearThrown(String where, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        HEARD.add(new Overheard(where, trace + "\n" + thrown.getLocalizedMessage()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        } catch (IOException e) {
            // Some hold what cannot be written; what could be until there counts all the same.
        }
        HEARD.add(new Overheard(where + ", serialized", bytes.toString(ISO_8859_1)));
    }
}
