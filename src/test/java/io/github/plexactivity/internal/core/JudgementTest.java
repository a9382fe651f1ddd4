package io.github.plexactivity.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table "what an ending means", row by row. */
class JudgementTest {

    private static final Activity LAST = Given.scan("a", 42);
    private static final Instant AT = Instant.EPOCH;

    @ParameterizedTest(name = "progress {0}, flag {1}, cancel accepted {2}: {3} by {4}")
    @CsvSource({
        // progress, flag, accepted, outcome, evidence
        "       100, false, false, COMPLETED, FINAL_PROGRESS",
        "        99, false, false, COMPLETED, FINAL_PROGRESS",
        "     98.99, false, false, CANCELLED, FINAL_PROGRESS",
        "        50, false, false, CANCELLED, FINAL_PROGRESS",
        "         0, false, false, CANCELLED, FINAL_PROGRESS",
        "          , false, false, UNKNOWN,   END_ALONE",
        "       100, false, true,  COMPLETED, FINAL_PROGRESS",
        "        99, false, true,  COMPLETED, FINAL_PROGRESS",
        "     98.99, false, true,  CANCELLED, CANCEL_ACCEPTED",
        "         0, false, true,  CANCELLED, CANCEL_ACCEPTED",
        "          , false, true,  CANCELLED, CANCEL_ACCEPTED",
        "       100, true,  false, CANCELLED, REPORTED",
        "        50, true,  true,  CANCELLED, REPORTED",
        "          , true,  false, CANCELLED, REPORTED",
        "       100, true,  true,  CANCELLED, REPORTED",
    })
    void anEndThatIsHeardMeans(
            @Nullable Double progress, boolean flag, boolean accepted, Outcome outcome, Evidence evidence) {
        OptionalDouble said = progress == null ? OptionalDouble.empty() : OptionalDouble.of(progress);
        assertThat(Judgement.heard(LAST, said, flag, accepted, AT)).isEqualTo(new Ending(LAST, outcome, evidence, AT));
    }

    @Test
    void anEndThatNobodyHeardTellsNothingWhateverTheLastProgress() {
        Activity done = Given.scan("a", 100);
        assertThat(Judgement.unheard(done, AT)).isEqualTo(new Ending(done, Outcome.UNKNOWN, Evidence.NOT_LISTED, AT));
    }
}
