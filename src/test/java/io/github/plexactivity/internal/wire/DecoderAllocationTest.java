package io.github.plexactivity.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.plexactivity.internal.core.Report;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A scan sends thousands of frames in a burst. Bytes are counted, not time: the figures are the same on any machine. */
class DecoderAllocationTest {

    private static final int EVENTS = 20_000;
    private static final int ACTIVITIES = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final NotificationDecoder decoder = new NotificationDecoder();
    private final Last last = new Last();

    @Test
    void aFrameOfAnActivityThatIsKnownCostsLittleMoreThanItsProgress() {
        String[] frames = new String[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            frames[i] = frame(i);
        }
        decode(frames);
        long before = threads.getCurrentThreadAllocatedBytes();
        decode(frames);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(last.reports).isEqualTo(2 * EVENTS);
        assertThat(bytes / EVENTS).isLessThan(200);
    }

    private void decode(String[] frames) {
        for (String frame : frames) {
            decoder.decode("activity", frame, last);
        }
    }

    private static String frame(int i) {
        String uuid = "6f0c1d2e-0000-4000-8000-" + (100_000_000_000L + i % ACTIVITIES);
        return """
                {"ActivityNotification":{"event":"updated","uuid":"%s","Activity":{"uuid":"%s",\
                "type":"library.update.section","cancellable":true,"userID":1,"title":"Scanning Films",\
                "subtitle":"Film %d","progress":%d,"Context":{"accessible":true,"librarySectionID":"1"}}}}""".formatted(uuid, uuid, i % 7, i % 100);
    }

    private static final class Last implements NotificationDecoder.Sink {
        private int reports;

        @Override
        public void report(Report report) {
            reports++;
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
