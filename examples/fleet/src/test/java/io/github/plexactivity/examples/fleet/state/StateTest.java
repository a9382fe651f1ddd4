package io.github.plexactivity.examples.fleet.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StateTest {
    private final State state = new State();

    private void read(ActivityRecord record) {
        state.read(record.key().text(), ActivityJson.write(record));
    }

    @Test
    void theLastRecordOfAnActivityTells() {
        read(Samples.live("s", "u", 10));
        read(Samples.live("s", "u", 20));
        assertThat(state.live()).containsExactly(Samples.live("s", "u", 20));
    }

    @Test
    void twoServersMayUseTheSameUuid() {
        read(Samples.live("s", "u", 10));
        read(Samples.ended("t", "u", Samples.NOON));
        assertThat(state.live()).containsExactly(Samples.live("s", "u", 10));
        assertThat(state.isOver(new ActivityKey("t", "u"))).isTrue();
    }

    @Test
    void whatHasEndedIsNotLive() {
        read(Samples.live("s", "u", 10));
        read(Samples.ended("s", "u", Samples.NOON));
        assertThat(state.live()).isEmpty();
        assertThat(state.over()).containsExactly(new ActivityKey("s", "u"));
    }

    @Test
    void aTombstoneForgets() {
        read(Samples.live("s", "u", 10));
        read(Samples.ended("s", "v", Samples.NOON));
        state.read("s/u", null);
        state.read("s/v", null);
        assertThat(state.live()).isEmpty();
        assertThat(state.over()).isEmpty();
    }

    @Test
    void anEndingIsDueSomeTimeAfterIt() {
        read(Samples.ended("s", "early", Samples.NOON));
        read(Samples.ended("s", "late", Samples.NOON.plusSeconds(2)));
        assertThat(state.due(Samples.NOON.plusSeconds(61), Duration.ofMinutes(1)))
                .containsExactly(new ActivityKey("s", "early"));
    }

    @Test
    void whatCannotBeUnderstoodIsCountedAndChangesNothing() {
        read(Samples.live("s", "u", 10));
        state.read("s/u", "{".getBytes(UTF_8));
        state.read("s/other", ActivityJson.write(Samples.ended("s", "u", Samples.NOON)));
        state.read("nonsense", null);
        state.read(null, new byte[] {1});
        assertThat(state.live()).containsExactly(Samples.live("s", "u", 10));
        assertThat(state.unreadable()).isEqualTo(4);
    }
}
