package cookbook;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.HubListener;
import io.github.plexactivity.model.Ending;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Recipes for who looks after many servers; {@link ManyServersTest} runs them. */
final class ManyServers {

    private ManyServers() {}

    static ActivityHub hub(Map<String, URI> servers, UnaryOperator<String> tokenOf, Consumer<String> line) {
        // snippet: hub
        ActivityHub hub = ActivityHub.builder().build();
        hub.listen(new HubListener() {
            @Override
            public void onEnded(String server, Ending ending) {
                line.accept(server + ": " + ending.activity().title() + " is over, " + ending.outcome());
            }
        });
        servers.forEach((name, server) -> hub.add(name, server, monitor -> monitor.token(tokenOf.apply(name))));
        return hub;
        // end
    }
}
