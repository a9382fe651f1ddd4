package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.plexactivity.internal.core.ActivityEvent;
import io.github.plexactivity.internal.core.ActivityTable;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.core.Report;
import io.github.plexactivity.internal.wire.NotificationDecoder;
import io.github.plexactivity.model.Activity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One frame of a stream: decoded, and reduced. */
@State(Scope.Benchmark)
public class Frames {

    private static final Load LOAD = new Load(Wire.EVENT_SOURCE, 1_000, 1);
    private static final Moment NOW = new Moment(1, Instant.EPOCH);

    private final JsonFactory json = new JsonFactory();
    private final String[] texts = new String[LOAD.events()];
    private final List<ActivityEvent> told = new ArrayList<>();
    private final Sink sink = new Sink();
    private final NotificationDecoder decoder = new NotificationDecoder(this::known, sink);
    private ActivityTable table = new ActivityTable(1, new Counters(), change -> {});
    private int next;

    /** Keeps what was decoded last. */
    private static final class Sink implements NotificationDecoder.Sink {
        private Report last = new Report("", false, false, null);

        @Override
        public void report(Report report) {
            last = report;
        }

        @Override
        public void malformed(String why) {
            throw new IllegalStateException(why);
        }

        @Override
        public void mismatched() {
            throw new IllegalStateException("mismatched");
        }
    }

    /** All frames, as text and decoded. */
    @Setup
    public void render(Blackhole hole) {
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(LOAD.event(i), US_ASCII)
                    .substring(LOAD.wire().prefix())
                    .trim();
            decoder.decode("activity", texts[i]);
            told.add(new ActivityEvent.Told(sink.last, false, 1));
        }
        table = new ActivityTable(texts.length, new Counters(), hole::consume);
        told.forEach(event -> table.apply(event, NOW));
    }

    private @Nullable Activity known(String uuid) {
        return table.current(uuid);
    }

    private int turn() {
        next = next + 1 == texts.length ? 0 : next + 1;
        return next;
    }

    /** The baseline: jackson-core alone. */
    @Benchmark
    public void parse(Blackhole hole) throws IOException {
        try (JsonParser parser = json.createParser(texts[turn()])) {
            JacksonWalk.over(parser, hole);
        }
    }

    /** From the text to a report. */
    @Benchmark
    public Report decode() {
        decoder.decode("activity", texts[turn()]);
        return sink.last;
    }

    /** A frame whose name says that it is of no interest. */
    @Benchmark
    public Report pass() {
        decoder.decode("timeline", texts[turn()]);
        return sink.last;
    }

    /** From a report to a change. */
    @Benchmark
    public void apply() {
        table.apply(told.get(turn()), NOW);
    }
}
