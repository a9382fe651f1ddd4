package io.github.plexactivity.examples.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command {@code demo} does, with fewer servers. */
@Timeout(300)
class KillTest {

    @Test
    void whenAWorkerIsKilledNoEndingIsLostAndNoneIsDoubled(@TempDir Path files) throws Exception {
        try (Demonstration demonstration = new Demonstration(files, 100, System.nanoTime(), System.out::println)) {
            Result result = demonstration.run(100, Duration.ofSeconds(2));
            assertThat(result.verdict().isGood()).as(result.table()).isTrue();
            assertThat(result.verdict().ended()).as(result.table()).isPositive();
            assertThat(result.gap().servers()).as(result.table()).isBetween(1, 99);
        }
    }
}
