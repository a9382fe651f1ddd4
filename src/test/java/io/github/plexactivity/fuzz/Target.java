package io.github.plexactivity.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.plexactivity.internal.transport.AddressFuzz;
import io.github.plexactivity.internal.transport.AnswerFuzz;
import io.github.plexactivity.internal.transport.EventFuzz;
import io.github.plexactivity.internal.transport.WebSocketFuzz;
import io.github.plexactivity.internal.wire.FrameFuzz;
import io.github.plexactivity.internal.wire.ListFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is fuzzed, and the inputs kept for it: one a file, in the folder of its name. */
@SuppressWarnings("ImmutableEnumChecker") // What it holds are functions without a state.
enum Target {
    FRAME(FrameFuzz.class, FrameFuzz::fuzzerTestOneInput, FrameFuzz::seeds, 4_000),
    LIST(ListFuzz.class, ListFuzz::fuzzerTestOneInput, ListFuzz::seeds, 4_000),
    EVENT(EventFuzz.class, EventFuzz::fuzzerTestOneInput, Stream::of, 1_000),
    WEBSOCKET(WebSocketFuzz.class, WebSocketFuzz::fuzzerTestOneInput, Stream::of, 200),
    ANSWER(AnswerFuzz.class, AnswerFuzz::fuzzerTestOneInput, Stream::of, 2_000),
    ADDRESS(AddressFuzz.class, AddressFuzz::fuzzerTestOneInput, Stream::of, 3_000);

    /** Fails where an input breaks what should hold. */
    interface Property {
        void hold(byte[] input) throws IOException;
    }

    private final Class<?> type;
    private final Property property;
    private final Supplier<Stream<String>> seeds;
    private final int damaged;

    Target(Class<?> type, Property property, Supplier<Stream<String>> seeds, int damaged) {
        this.type = type;
        this.property = property;
        this.seeds = seeds;
        this.damaged = damaged;
    }

    /** The class that a fuzzer calls. */
    Class<?> type() {
        return type;
    }

    Property property() {
        return property;
    }

    /** How many damaged inputs a build tries. */
    int damaged() {
        return damaged;
    }

    Path folder() {
        return Path.of("src/test/resources/fuzz", toString());
    }

    /** What is kept for it: seeds, and what the fuzzer found. Always in the same order. */
    List<byte[]> kept() {
        try (Stream<Path> files = Files.list(folder())) {
            Stream<byte[]> kept = files.sorted().map(Target::bytes);
            return Stream.concat(seeds.get().map(each -> each.getBytes(UTF_8)), kept)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
