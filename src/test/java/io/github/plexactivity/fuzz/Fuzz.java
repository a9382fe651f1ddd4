package io.github.plexactivity.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fuzzes each target for some seconds, one after the other: {@code ./mvnw -q -Pfuzz test-compile exec:exec
 * -Dseconds=600}, with {@code -Dtarget=frame} one alone. What is learnt stays below {@code target/fuzz} for the next
 * time; an input that breaks a property is written among those kept.
 */
public final class Fuzz {

    private static final Path WORK = Path.of("target", "fuzz");
    private static final String WATCHED = "--instrumentation_includes=io.github.plexactivity.internal.**"
            + ":com.fasterxml.jackson.core.**:com.launchdarkly.eventsource.**:org.java_websocket.**";

    private Fuzz() {}

    /** Takes the seconds for each target, and the name of one or {@code all}. Ends with 1 where something was found. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean found = false;
        for (Target target : Target.values()) {
            if (arguments[1].equals("all") || arguments[1].equals(target.toString())) {
                int status = fuzz(target, arguments[0]);
                found |= status != 0;
                System.out.println(target + ": " + (status == 0 ? "nothing found" : "FOUND") + ", " + outcome(target));
            }
        }
        System.exit(found ? 1 : 0);
    }

    private static int fuzz(Target target, String seconds) throws IOException, InterruptedException {
        Path learnt = Files.createDirectories(WORK.resolve(target.toString()));
        List<byte[]> kept = target.kept();
        for (int i = 0; i < kept.size(); i++) {
            Files.write(learnt.resolve("kept-" + i), kept.get(i));
        }
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+EnableDynamicAgentLoading",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.type().getName(),
                        WATCHED,
                        "--reproducer_path=" + WORK,
                        "-artifact_prefix=" + target.folder() + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=600",
                        learnt.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log(target).toFile())
                .start()
                .waitFor();
    }

    /** The last line that counts executions. */
    private static String outcome(Target target) throws IOException {
        try (Stream<String> lines = Files.lines(log(target))) {
            return lines.filter(line -> line.matches("#\\d.*")).reduce("", (first, second) -> second) + "; see "
                    + log(target);
        }
    }

    private static Path log(Target target) {
        return WORK.resolve(target + ".log");
    }
}
