package io.github.plexactivity.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.plexactivity.testkit.FakePlexServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The server of a soak, a process of its own. It is told what to do by lines on its standard input, and writes what it
 * did to its standard output: {@code ended NUMBER NANOS} before an activity ends, {@code fault KIND}, {@code token TOKEN},
 * and an answer to each line. It ends with its input.
 */
final class SoakServer {

    private final PrintStream out;
    private final Load load;
    private final Storm storm;

    private SoakServer(FakePlexServer server, long seed, PrintStream out) {
        SplittableRandom random = new SplittableRandom(seed);
        this.out = out;
        this.load = new Load(server, random.split(), out);
        this.storm = new Storm(server, load, random.split(), out);
    }

    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (FakePlexServer server =
                FakePlexServer.builder().heartbeat(Duration.ofSeconds(1)).start()) {
            out.println("uri " + server.uri());
            SoakServer soaked = new SoakServer(server, Long.parseLong(arguments[0]), out);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                soaked.obey(line.split(" ", -1));
            }
        }
        System.exit(0); // Whatever still waits in it.
    }

    private void obey(String... words) {
        switch (words[0]) {
            case "calm" -> load.run(Duration.parse(words[1]), () -> {});
            case "storm" -> load.run(Duration.parse(words[1]), storm::rage);
            case "rest" -> storm.heal();
            default -> throw new IllegalArgumentException(words[0]);
        }
        out.println("done " + load.standing());
    }
}
