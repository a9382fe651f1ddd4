package io.github.plexactivity.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short soak, too short for drift. */
@Timeout(240)
class SoakTest {

    @Test
    void inTenSecondsOfFaultsNoEndIsLostOrInvented() throws Exception {
        Findings findings = Soak.run(Duration.ofSeconds(10), 1, new PrintStream(OutputStream.nullOutputStream()));
        assertThat(findings.shown()).isEmpty();
    }
}
