package io.github.plexactivity.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Moment;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private final Pulse pulse = new Pulse();

    /** Two clocks that do not run alike, as those of a machine do not. */
    private final EventLoop loop = new EventLoop() {
        private long nanos;

        @Override
        public Moment now() {
            return new Moment(nanos(), Instant.EPOCH.plusNanos(3 * nanos));
        }

        @Override
        public long nanos() {
            return ++nanos;
        }

        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public void afterwards(Runnable action) {
            throw new AssertionError("nothing to do afterwards");
        }

        @Override
        public Timer after(long nanos, Runnable task) {
            throw new AssertionError("nothing to do later");
        }
    };

    private final StatusBoard board = new StatusBoard(loop, pulse);

    @Test
    void aStatusReadsTheSameWhileNothingIsHeard() {
        assertThat(board.read().lastHeard()).isEmpty();
        pulse.beat(loop.nanos());
        board.synchronizedNow();
        assertThat(board.read()).isEqualTo(board.read());
        assertThat(board.read().lastHeard()).isPresent();
    }

    @Test
    void whatIsHeardMovesTheTime() {
        pulse.beat(loop.nanos());
        Instant first = board.read().lastHeard().orElseThrow();
        pulse.beat(loop.nanos());
        assertThat(board.read().lastHeard().orElseThrow()).isAfter(first);
    }
}
