package io.github.plexactivity.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A file of frames without anything that tells of people. Each is on the disk before the next is read. */
final class Recording implements FrameTap.Ear, AutoCloseable {
    private final Redaction redaction = new Redaction();
    private final Instant begun = Instant.now();
    private final Path path;
    private final boolean isNew;
    private final BufferedWriter file;
    private final CompletableFuture<Void> failed;
    private volatile int frames; // written by the thread that reads

    Recording(Path path, boolean overwrites, CompletableFuture<Void> failed) throws IOException {
        OpenOption[] options = overwrites
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        this.file = Files.newBufferedWriter(path, options);
        this.path = path;
        this.isNew = !overwrites;
        this.failed = failed;
        file.write(": recorded by plex-activities; titles, names, files, accounts and uuids are replaced\n\n");
        file.flush();
    }

    /** Heartbeats say nothing. */
    @Override
    public void heard(String name, String data) {
        if (!name.equals("activity") && !name.isEmpty()) {
            return;
        }
        try {
            file.write(": after " + Duration.between(begun, Instant.now()).toMillis() + " ms\n");
            file.write(redaction
                    .of(data)
                    .map(text -> "event: activity\ndata: " + text + "\n\n")
                    .orElse(": " + data.length() + " characters that are no JSON\n\n"));
            file.flush();
            frames = frames + 1;
        } catch (IOException e) {
            failed.completeExceptionally(
                    new Stop(Exit.NO_OUTPUT, "The file cannot be written any more; " + sentence()));
        }
    }

    String sentence() {
        return (frames == 1 ? "1 frame" : frames + " frames") + " recorded.";
    }

    /** Takes a file of its own away again; one that it wrote over stays. */
    void discard() throws IOException {
        if (isNew) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
