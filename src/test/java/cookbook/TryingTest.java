package cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.model.Outcome;
import io.github.plexactivity.testkit.RecordingListener;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TryingTest {

    private static final Path RECORDING = Path.of("src/test/resources/recordings/scan.txt");

    @Test
    void aListenerIsTestedAgainstAServerOfItsOwn() throws Exception {
        Trying.testkit();
    }

    @Test
    void aRecordingIsToldAgainToItsEnd() throws Exception {
        RecordingListener told = Trying.replay(RECORDING, "9d1c2b3a");
        assertThat(told.ending("9d1c2b3a").orElseThrow().outcome()).isEqualTo(Outcome.COMPLETED);
    }
}
