package cookbook;

import static io.github.plexactivity.Quick.until;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ManyServersTest {

    @Test
    void theEndsOnAllServersAreToldByTheServersNames() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (FakePlexServer attic = FakePlexServer.builder().token("up").start();
                FakePlexServer cellar = FakePlexServer.builder().token("down").start();
                ActivityHub hub = ManyServers.hub(
                        Map.of("attic", attic.uri(), "cellar", cellar.uri()),
                        name -> name.equals("attic") ? "up" : "down",
                        told::add)) {
            Activity above = attic.begin("media.download", "Above");
            Activity below = cellar.begin("media.download", "Below");
            until(() -> hub.activities().size() == 2);
            attic.advance(above.uuid(), 100);
            attic.end(above.uuid());
            cellar.advance(below.uuid(), 100);
            cellar.end(below.uuid());
            until(() -> told.contains("attic: Above is over, COMPLETED")
                    && told.contains("cellar: Below is over, COMPLETED"));
        }
    }
}
