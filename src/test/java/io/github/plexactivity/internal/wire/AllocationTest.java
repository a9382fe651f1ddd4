package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.plexactivity.internal.core.ActivityEvent;
import io.github.plexactivity.internal.core.ActivityTable;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.internal.core.Moment;
import io.github.plexactivity.internal.core.Report;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scan sends thousands of frames in a burst. Bytes are counted, not time: the figures are the same on any machine. */
class AllocationTest {

    private static final int EVENTS = 20_000;
    private static final int ACTIVITIES = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int reports;
    private int changes;
    private final ActivityTable table = new ActivityTable(ACTIVITIES, new Counters(), change -> changes++);

    @BeforeEach
    void allAreKnown() {
        Moment now = new Moment(1, Instant.EPOCH);
        Consumer<Report> take = report -> table.apply(new ActivityEvent.Told(report, false, 1), now);
        decode(frames(), new NotificationDecoder(table::current, new Reports(take)));
    }

    @Test
    void aFrameOfAnActivityThatIsKnownCostsLittleMoreThanItsProgress() {
        assertThat(bytesPerEvent(report -> reports++)).isLessThan(240);
        assertThat(reports).isEqualTo(2 * EVENTS);
    }

    @Test
    void toReduceItCostsLittleMoreThanTheChange() {
        Moment now = new Moment(1, Instant.EPOCH);
        long decoding = bytesPerEvent(report -> {});
        long all = bytesPerEvent(report -> table.apply(new ActivityEvent.Told(report, false, 1), now));

        assertThat(all - decoding).isLessThan(100);
        assertThat(changes).isGreaterThan(EVENTS);
    }

    /** Once all is known, and the code has run for a while. */
    private long bytesPerEvent(Consumer<Report> each) {
        String[] frames = frames();
        NotificationDecoder decoder = new NotificationDecoder(table::current, new Reports(each));
        decode(frames, decoder);
        long before = threads.getCurrentThreadAllocatedBytes();
        decode(frames, decoder);
        return (threads.getCurrentThreadAllocatedBytes() - before) / EVENTS;
    }

    private static void decode(String[] frames, NotificationDecoder decoder) {
        for (String frame : frames) {
            decoder.decode("activity", frame);
        }
    }

    private static String[] frames() {
        return IntStream.range(0, EVENTS).mapToObj(AllocationTest::frame).toArray(String[]::new);
    }

    private static String frame(int i) {
        String uuid = "6f0c1d2e-0000-4000-8000-" + (100_000_000_000L + i % ACTIVITIES);
        return """
                {"ActivityNotification":{"event":"updated","uuid":"%s","Activity":{"uuid":"%s",\
                "type":"library.update.section","cancellable":true,"userID":1,"title":"Scanning Films",\
                "subtitle":"Film %d","progress":%d,"Context":{"accessible":true,"librarySectionID":"1"}}}}""".formatted(uuid, uuid, i % 7, i % 100);
    }

    private record Reports(Consumer<Report> each) implements NotificationDecoder.Sink {

        @Override
        public void report(Report report) {
            each.accept(report);
        }

        @Override
        public void malformed(String why) {
            throw new AssertionError(why);
        }

        @Override
        public void mismatched() {
            throw new AssertionError("mismatched");
        }
    }
}
