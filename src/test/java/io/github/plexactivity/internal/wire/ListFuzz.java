package io.github.plexactivity.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.model.MonitorException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a list holds: it is read as its tree says, or refused in one line, however its bytes are cut, and never where
 * its end is missing.
 */
public final class ListFuzz {

    private static final int MOST_ROWS = 5;
    private static final int SURELY_READ = 990;

    private static final SnapshotDecoder DECODER = new SnapshotDecoder(uuid -> null);

    private ListFuzz() {}

    /** Called by the fuzzer, and for every kept input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Snapshot list = decoded(new ByteArrayInputStream(input));
        assertThat(decoded(new Drops(input, 1 + input.length % 7))).isEqualTo(list);
        String text = new String(input, UTF_8);
        String stripped = strippedFront(text);
        Optional<Node> tree = stripped.startsWith("<") ? PlainXml.read(stripped) : PlainJson.read(stripped);
        if (tree.isEmpty()) {
            assertThat(list).as("what is no document is refused").isNull();
        } else if (list != null || !mayBeRefused(stripped, tree.get())) {
            assertThat(list).isEqualTo(ExpectedList.of(tree.get(), MOST_ROWS));
        }
        if (list != null) {
            list.rows().forEach((uuid, row) -> {
                assertThat(row.uuid()).isEqualTo(uuid).isNotEmpty();
                Whole.activity(row, text.length());
            });
            assertThat(list.rows()).hasSizeLessThanOrEqualTo(MOST_ROWS);
            assertThat(list.rows().size() + list.malformed() + list.overflowed())
                    .isLessThan(text.length());
            assertCutShortIsRefused(text);
        }
    }

    /** The lists of the tables, to begin with. */
    public static Stream<String> seeds() {
        return Stream.of("lists.txt", "lists-xml.txt").flatMap(Case::in).map(Case::input);
    }

    /** The JDK's streaming reader of XML refuses names that break the rules of namespaces; its DOM does not. */
    private static boolean mayBeRefused(String text, Node tree) {
        boolean oddName = text.startsWith("<") ? text.contains(":") : tree.hasBrokenName();
        return oddName || tree.depth() >= SURELY_READ;
    }

    private static void assertCutShortIsRefused(String text) {
        byte[] bytes = text.stripTrailing().getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        assertThat(decoded(new ByteArrayInputStream(cut))).as("cut short").isNull();
    }

    /** The list, or null if it was refused. */
    private static @Nullable Snapshot decoded(InputStream body) {
        try {
            return DECODER.decode(body, MOST_ROWS);
        } catch (MonitorException.Malformed e) {
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(120);
            return null;
        } catch (IOException e) {
            throw new AssertionError("there is no I/O", e);
        }
    }

    private static String strippedFront(String text) {
        int from = 0;
        while (from < text.length() && "\uFEFF \n\r\t".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }

    /** A body that brings so many bytes at a time, and is not to be closed. */
    private static final class Drops extends FilterInputStream {
        private final int most;

        Drops(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(most, length));
        }

        @Override
        public void close() {
            throw new AssertionError("the body stays open");
        }
    }
}
