package io.github.plexactivity.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * From the body of {@code GET /activities} to a snapshot. Any thread, any number at a time.
 *
 * <p>JSON and XML are told apart by how they begin, since a proxy may change what the headers say. The text is always
 * UTF-8, and bytes that are not cost a character, not the list. A body that is not whole is never taken for a shorter
 * list.
 */
public final class SnapshotDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String CONTAINER = "MediaContainer";

    private final Known known;

    /**
     * A decoder for a list that is asked for.
     *
     * @param known what the rows are about
     */
    public SnapshotDecoder(Known known) {
        this.known = known;
    }

    /**
     * Reads a list, at most 64 MiB of it, and leaves the body open.
     *
     * @param body after decompression
     * @param maxActivities how many rows are taken
     * @throws MonitorException.Malformed if it is no list, does not say how many rows it has, or was cut short
     * @throws IOException if the body cannot be read to its end
     */
    public Snapshot decode(InputStream body, int maxActivities) throws IOException {
        PushbackReader reader =
                new PushbackReader(new InputStreamReader(new BoundedBody(body), StandardCharsets.UTF_8));
        Root root = new Root(maxActivities, known);
        if (firstCharacter(reader) == '<') {
            xml(reader, root);
        } else {
            json(reader, root);
        }
        return root.snapshot();
    }

    /** Skips to the first character that counts and leaves it unread; -1 at the end. */
    private static int firstCharacter(PushbackReader reader) throws IOException {
        int next;
        do {
            next = reader.read();
        } while (next == BYTE_ORDER_MARK || next == ' ' || next == '\n' || next == '\r' || next == '\t');
        if (next >= 0) {
            reader.unread(next);
        }
        return next;
    }

    private static void xml(Reader reader, Root root) throws IOException {
        try (XmlValue value = XmlValue.of(reader)) {
            root.set(value.name(), value);
            value.end();
        }
    }

    private static void json(Reader reader, Root root) throws IOException {
        try (JsonValue value = JsonValue.of(reader, new Repeated())) {
            if (!value.next()) {
                throw new MonitorException.Malformed("the list of activities is empty: not even a container", null);
            }
            if (value.fields(root) && value.next()) {
                throw new MonitorException.Malformed("more than one JSON value in the list of activities", null);
            }
        } catch (JsonProcessingException e) {
            throw new MonitorException.Malformed("the list of activities: " + JsonValue.fault(e), null);
        }
    }

    /** The document: an object with the container in it, or the container as its root element. */
    private static final class Root implements WireValue.Fields {
        private final int maxActivities;
        private final Known known;
        private @Nullable SnapshotRows rows;

        Root(int maxActivities, Known known) {
            this.maxActivities = maxActivities;
            this.known = known;
        }

        @Override
        public void set(String name, WireValue value) throws IOException {
            if (name.equals(CONTAINER)) {
                SnapshotRows read = new SnapshotRows(maxActivities, known);
                rows = value.fields(read) ? read : null;
            }
        }

        Snapshot snapshot() {
            if (rows == null) {
                throw new MonitorException.Malformed("not a list of activities: there is no " + CONTAINER, null);
            }
            return rows.snapshot();
        }
    }
}
