package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Ending;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private static final long QUARTER = Endings.KEPT_NANOS;

    private final Endings endings = new Endings(100_000);

    @Test
    void whatNeverEndedIsNeitherOverNorRecalled() {
        assertThat(endings.isOver("a")).isFalse();
        assertThat(endings.recall("a", 0)).isEmpty();
    }

    @Test
    void anEndingIsRecalledForAQuarterOfAnHour() {
        endings.add(ending("a"), nanos(5));
        assertThat(QUARTER).isEqualTo(nanos(15 * 60));
        assertThat(endings.recall("a", nanos(5) + QUARTER - 1)).contains(ending("a"));
        assertThat(endings.recall("a", nanos(5) + QUARTER)).isEmpty();
    }

    @Test
    void theLast1024EndingsAreRecalledInFull() {
        for (int i = 0; i <= 1_024; i++) {
            endings.add(ending("a" + i), i);
        }
        assertThat(endings.recall("a0", 2_000)).isEmpty();
        assertThat(endings.recall("a1", 2_000)).contains(ending("a1"));
        assertThat(endings.recall("a1024", 2_000)).contains(ending("a1024"));
    }

    @Test
    void anEndingNoLongerRecalledIsStillOver() {
        for (int i = 0; i <= 1_024; i++) {
            endings.add(ending("a" + i), i);
        }
        assertThat(endings.isOver("a0")).isTrue();
    }

    @Test
    void aUuidIsOverForAQuarterOfAnHour() {
        endings.add(ending("a"), 0);
        endings.add(ending("b"), QUARTER - 1);
        assertThat(endings.isOver("a")).isTrue();
        endings.add(ending("c"), QUARTER);
        assertThat(endings.isOver("a")).isFalse();
        assertThat(endings.isOver("b")).isTrue();
    }

    @Test
    void theOldestUuidsAreForgottenWhereThereAreTooMany() {
        Endings few = new Endings(2);
        few.add(ending("a"), 1);
        few.add(ending("b"), 2);
        assertThat(few.isOver("a")).isTrue();
        few.add(ending("c"), 3);
        assertThat(few.isOver("a")).isFalse();
        assertThat(few.isOver("b")).isTrue();
        assertThat(few.isOver("c")).isTrue();
    }

    @Test
    void oneUuidEndingTwiceTakesOnePlace() {
        Endings few = new Endings(2);
        few.add(ending("a"), 1);
        few.add(ending("b"), 2);
        few.add(ending("b"), 3);
        assertThat(few.isOver("a")).isTrue();
    }

    @Test
    void nothingThatEndedSinceAnUnansweredSnapshotIsForgotten() {
        Endings few = new Endings(1);
        few.add(ending("before"), 9);
        few.snapshotAsked(10);
        few.add(ending("a"), 10);
        few.add(ending("b"), QUARTER + 10);
        assertThat(few.isOver("before")).isFalse();
        assertThat(few.isOver("a")).isTrue();
        few.snapshotAnswered(QUARTER + 10);
        assertThat(few.isOver("a")).isFalse();
        assertThat(few.isOver("b")).isTrue();
    }

    @Test
    void whatIsOnlyRecallableIsNotOver() {
        endings.recallable(ending("a"), 0);
        assertThat(endings.recall("a", 1)).contains(ending("a"));
        assertThat(endings.isOver("a")).isFalse();
    }

    @Test
    void aHundredThousandUuidsAreBoundedAndTheLatestStillOver() {
        for (int i = 0; i < 200_000; i++) {
            endings.add(ending("a" + i), i);
        }
        assertThat(endings.isOver("a99999")).isFalse();
        assertThat(endings.isOver("a100000")).isTrue();
        assertThat(endings.isOver("a199999")).isTrue();
    }

    @Test
    void ofHeavyEndingsFewerAreRecalledAndAllAreOver() {
        for (int i = 0; i < 20; i++) {
            endings.add(heavy("a" + i), i);
        }
        assertThat(endings.recall("a12", 20)).isEmpty();
        assertThat(endings.recall("a13", 20)).contains(heavy("a13"));
        assertThat(endings.recall("a19", 20)).contains(heavy("a19"));
        assertThat(endings.isOver("a0")).isTrue();
    }

    @Test
    void thoseThatAreForgottenLeaveTheirRoom() {
        for (int i = 0; i < 20; i++) {
            endings.recallable(heavy("a" + i), i);
        }
        for (int i = 0; i < 1_024; i++) {
            endings.recallable(ending("b" + i), 20);
        }
        for (int i = 0; i < 7; i++) {
            endings.recallable(heavy("c" + i), 20);
        }
        assertThat(endings.recall("b6", 20)).isEmpty();
        assertThat(endings.recall("b7", 20)).contains(ending("b7"));
    }

    @Test
    void oneThatEndsTwiceWeighsOnce() {
        endings.recallable(ending("first"), 0);
        for (int i = 0; i < 20; i++) {
            endings.recallable(heavy("a"), i);
        }
        assertThat(endings.recall("first", 20)).isPresent();
    }

    @Test
    void theLatestIsRecalledHoweverHeavy() {
        Ending heaviest = Judgement.unheard(Given.titled("a", "x".repeat(20 << 20), 0), Instant.EPOCH);
        endings.recallable(ending("before"), 0);
        endings.recallable(heaviest, 1);
        assertThat(endings.recall("before", 2)).isEmpty();
        assertThat(endings.recall("a", 2)).contains(heaviest);
    }

    @Test
    void theOldestUuidsAreForgottenWhereTheyAreTooLong() {
        Endings many = new Endings(100);
        for (int i = 0; i < 17; i++) {
            many.add(ending(i + "x".repeat((1 << 20) - 200)), i);
        }
        assertThat(many.isOver(0 + "x".repeat((1 << 20) - 200))).isFalse();
        assertThat(many.isOver(1 + "x".repeat((1 << 20) - 200))).isTrue();
        many.add(ending("short"), 17);
        assertThat(many.isOver(1 + "x".repeat((1 << 20) - 200))).isTrue();
    }

    @Test
    void thoseAreForgottenThoughASnapshotIsUnanswered() {
        Endings many = new Endings(100);
        many.snapshotAsked(0);
        for (int i = 0; i < 101; i++) {
            many.add(ending("a" + i), i);
        }
        assertThat(many.isOver("a0")).isTrue();
        for (int i = 0; i < 17; i++) {
            many.add(ending(i + "x".repeat((1 << 20) - 200)), 200);
        }
        assertThat(many.isOver("a0")).isFalse();
        assertThat(many.isOver("a100")).isFalse();
        assertThat(many.isOver(16 + "x".repeat((1 << 20) - 200))).isTrue();
    }

    @Test
    void soAreShortOnesWhereThereAreFarTooMany() {
        Endings few = new Endings(1);
        few.snapshotAsked(0);
        int most = (int) (Weight.most(1) / (128 + 7));
        for (int i = 0; i <= most; i++) {
            few.add(ending("" + (1_000_000 + i)), 1);
        }
        assertThat(few.isOver("1000000")).isFalse();
        assertThat(few.isOver("1000001")).isTrue();
    }

    private static Ending heavy(String uuid) {
        return Judgement.unheard(Given.heavy(uuid, 0), Instant.EPOCH);
    }

    private static Ending ending(String uuid) {
        return Judgement.unheard(Given.scan(uuid), Instant.EPOCH);
    }
}
