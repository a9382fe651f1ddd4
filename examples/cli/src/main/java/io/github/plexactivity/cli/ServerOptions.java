package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.HttpUrl;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which server, and the token for it. No message repeats either: an address may hold a token by mistake. */
final class ServerOptions {
    static final String CLIENT = "plex-activities";
    private static final String THIS_MACHINE = "http://127.0.0.1:32400";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-s", "--server"},
            paramLabel = "URL",
            description = {"The server's address, by default that in PLEX_SERVER, or else", THIS_MACHINE + "."})
    private String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Read the token from this file instead of from PLEX_TOKEN; - is standard input.")
    private String tokenFile;

    private String tokenRead;

    /** A monitor of this server, with this token. */
    ActivityMonitor.Builder monitor() throws Stop {
        try {
            ActivityMonitor.Builder builder = ActivityMonitor.builder(address()).clientIdentifier(CLIENT);
            token().ifPresent(builder::token);
            return builder;
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "This cannot be used: " + words(e) + ".");
        }
    }

    private static String words(IllegalArgumentException wrong) {
        return String.valueOf(wrong.getMessage()).replace("set the token with token(...)", "set PLEX_TOKEN");
    }

    /** For what no monitor asks. */
    PlexClient client() throws Stop {
        monitor(); // which checks it all
        return new PlexClient(HttpUrl.get(address().toString()), token());
    }

    /** What to add to a sentence that says that the token is refused. */
    String aboutTheToken() throws Stop {
        return token().isEmpty() ? " (none was given: set PLEX_TOKEN)" : "";
    }

    Optional<String> token() throws Stop {
        if (tokenFile == null) {
            return surroundings().variable("PLEX_TOKEN");
        }
        if (tokenRead == null) {
            tokenRead = read();
        }
        return Optional.of(tokenRead);
    }

    private URI address() throws Stop {
        try {
            return new URI(
                    server != null
                            ? server
                            : surroundings().variable("PLEX_SERVER").orElse(THIS_MACHINE));
        } catch (URISyntaxException e) {
            throw new Stop(Exit.USAGE, "That is no address of a server; " + THIS_MACHINE + " is one.");
        }
    }

    private String read() throws Stop {
        try {
            String text = tokenFile.equals("-")
                    ? new String(surroundings().input().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(tokenFile));
            if (text.isBlank()) {
                throw new Stop(Exit.USAGE, "The file of the token is empty.");
            }
            return text.strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "The file of the token cannot be read: is it there, and yours to read?");
        }
    }

    private Surroundings surroundings() {
        return ((PlexActivities) command.root().userObject()).surroundings();
    }
}
