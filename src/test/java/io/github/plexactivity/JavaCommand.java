package io.github.plexactivity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a program on the JVM of the tests. */
public final class JavaCommand {

    /** These programs are over before the better of the two compilers would have paid; it took half of their time. */
    private static final String QUICK_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    private JavaCommand() {}

    /** Begins it; what follows is added: options, a class path, and what is run. */
    public static List<String> begun() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, QUICK_COMPILER_ALONE));
    }
}
