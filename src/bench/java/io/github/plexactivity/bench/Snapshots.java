package io.github.plexactivity.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.plexactivity.internal.core.ActivityTable;
import io.github.plexactivity.internal.core.Ask;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.core.Reconciler;
import io.github.plexactivity.internal.core.Snapshot;
import io.github.plexactivity.internal.wire.SnapshotDecoder;
import io.github.plexactivity.model.ActivityChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A snapshot of 10,000 rows, from its bytes to the table. */
@State(Scope.Benchmark)
public class Snapshots {

    private static final int ROWS = 10_000;
    private static final int MOST = 100_000;
    private static final int GENERATION = 1;
    private static final long PERIOD = TimeUnit.MINUTES.toNanos(1);

    private final JsonFactory json = new JsonFactory();
    private final Load load = new Load(Wire.EVENT_SOURCE, ROWS, 1);
    private final byte[] list = load.list(0);
    private final byte[] next = load.list(ROWS);
    private Known known = new Known(change -> {});
    private boolean odd;

    /** What a monitor knows. */
    private static final class Known {
        private final Counters counters = new Counters();
        private final ActivityTable table;
        private final Reconciler reconciler;
        private long nanos;

        Known(Consumer<ActivityChange> changes) {
            table = new ActivityTable(MOST, counters, changes);
            reconciler = new Reconciler(table, counters);
        }

        void take(Snapshot snapshot) {
            nanos += PERIOD;
            Ask ask = new Ask(nanos, GENERATION);
            Moment now = new Moment(nanos, Instant.EPOCH);
            table.snapshotAsked(now);
            reconciler.take(snapshot, ask, GENERATION, true).events().forEach(event -> table.apply(event, now));
            table.snapshotAnswered(now);
        }
    }

    /** The activities are known. */
    @Setup
    public void know(Blackhole hole) throws IOException {
        known = new Known(hole::consume);
        known.take(decode(list, known));
    }

    /** The baseline: jackson-core alone. */
    @Benchmark
    public void parse(Blackhole hole) throws IOException {
        try (JsonParser parser = json.createParser(new ByteArrayInputStream(list))) {
            JacksonWalk.over(parser, hole);
        }
    }

    /** Only to rows. */
    @Benchmark
    public Snapshot decode() throws IOException {
        return decode(list, known);
    }

    /** The list says what is known already. */
    @Benchmark
    public void unchanged() throws IOException {
        known.take(decode(list, known));
    }

    /** Every row has changed. */
    @Benchmark
    public void changed() throws IOException {
        odd = !odd;
        known.take(decode(odd ? next : list, known));
    }

    /** Nothing was known before. */
    @Benchmark
    public void first(Blackhole hole) throws IOException {
        Known nothing = new Known(hole::consume);
        nothing.take(decode(list, nothing));
    }

    private Snapshot decode(byte[] body, Known known) throws IOException {
        return new SnapshotDecoder(known.table::current).decode(new ByteArrayInputStream(body), MOST);
    }
}
