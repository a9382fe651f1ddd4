package io.github.plexactivity.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.soak.Findings.Kind;
import org.junit.jupiter.api.Test;

/** That a soak would notice: what a listener must not be told, and what it must. */
class LedgerTest {

    private final Findings findings = new Findings();
    private final Truth truth = new Truth();
    private final Ledger ledger = new Ledger("listener", number -> true, findings);
    private final Activity job = Numbered.begin(7);

    @Test
    void aWholeStoryIsAsItShouldBe() {
        ledger.started(job);
        ledger.updated(job);
        truth.ended("7 " + System.nanoTime());
        ledger.ended(job);
        truth.stands("8");
        assertThat(ledger.agreesWith(truth)).isTrue();
        ledger.audit(truth);
        assertThat(findings.none()).isTrue();
    }

    @Test
    void anEndThatNobodyToldIsLost() {
        ledger.started(job);
        truth.ended("7 1");
        truth.stands("8");
        assertThat(ledger.agreesWith(truth)).isFalse();
        ledger.audit(truth);
        assertThat(findings.count(Kind.LOST)).isOne();
    }

    @Test
    void anEndOfWhatRunsIsInvented() {
        ledger.started(job);
        ledger.ended(job);
        truth.stands("8 7=50.0");
        ledger.audit(truth);
        assertThat(findings.count(Kind.INVENTED)).isOne();
    }

    @Test
    void anEndBeforeTheEndIsInvented() {
        ledger.started(job);
        ledger.ended(job);
        truth.ended("7 " + System.nanoTime());
        truth.stands("8");
        ledger.audit(truth);
        assertThat(findings.count(Kind.INVENTED)).isOne();
    }

    @Test
    void whatNeverWasIsInvented() {
        ledger.started(job);
        truth.stands("7");
        ledger.audit(truth);
        assertThat(findings.count(Kind.INVENTED)).isOne();
    }

    @Test
    void anythingTwiceOrAfterTheEndIsInvented() {
        ledger.started(job);
        ledger.started(job);
        ledger.ended(job);
        ledger.ended(job);
        ledger.updated(job);
        assertThat(findings.count(Kind.INVENTED)).isEqualTo(3);
    }

    @Test
    void whatRunsAndWasNotToldDiverges() {
        truth.stands("8 7=50.0");
        ledger.audit(truth);
        assertThat(findings.count(Kind.DIVERGED)).isOne();
    }

    @Test
    void aCallbackAfterTheEndIsFound() {
        ledger.close();
        ledger.started(job);
        assertThat(findings.count(Kind.AFTER_CLOSE)).isOne();
    }
}
