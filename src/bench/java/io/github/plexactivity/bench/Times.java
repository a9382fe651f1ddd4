package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * When each event was sent, in memory that the sender and the measured process share. On Linux both read the same clock,
 * CLOCK_MONOTONIC, by {@link System#nanoTime()}.
 */
final class Times {

    private final LongBuffer nanos;

    private Times(LongBuffer nanos) {
        this.nanos = nanos;
    }

    static Times none() {
        return new Times(LongBuffer.allocate(0));
    }

    static Times in(Path file, int events) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Times(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) events * Long.BYTES)
                    .asLongBuffer());
        }
    }

    static Times of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Times(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .asLongBuffer());
        }
    }

    void note(int index) {
        nanos.put(index, System.nanoTime());
    }

    /** How long ago it was sent. */
    long since(int index) {
        return System.nanoTime() - nanos.get(index);
    }
}
