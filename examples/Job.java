import io.github.plexactivity.model.Activity;
import io.github.plexactivity.testkit.FakePlexServer;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/** One job of the fake server. It tells of itself as a real one does: at first with a bare title and no context. */
final class Job {
    private final FakePlexServer server;
    private Activity told;

    Job(FakePlexServer server, String type, String title, boolean cancellable) {
        this.server = server;
        this.told = new Activity(
                UUID.randomUUID().toString(),
                type,
                title,
                "",
                OptionalDouble.of(0),
                cancellable,
                OptionalLong.of(1),
                Map.of(),
                Map.of());
    }

    String uuid() {
        return told.uuid();
    }

    void begin() {
        server.started(told);
    }

    /** Says what exactly it works on. */
    void entitle(String title, Map<String, Object> context) {
        told = with(title, told.subtitle(), told.progress(), context);
        server.updated(told);
    }

    void step(double progress, String subtitle) {
        told = with(told.title(), subtitle, OptionalDouble.of(progress), told.context());
        server.updated(told);
    }

    void stepWithoutProgress(String subtitle) {
        told = with(told.title(), subtitle, OptionalDouble.empty(), told.context());
        server.updated(told);
    }

    void end() {
        told = with(told.title(), told.subtitle(), OptionalDouble.of(100), told.context());
        server.ended(told);
    }

    /** Ends where it stands. */
    void breakOff() {
        server.ended(told);
    }

    /** Ends without a word. */
    void vanish() {
        server.vanish(told.uuid());
    }

    private Activity with(String title, String subtitle, OptionalDouble progress, Map<String, Object> context) {
        return new Activity(
                told.uuid(),
                told.type(),
                title,
                subtitle,
                progress,
                told.cancellable(),
                told.userId(),
                context,
                told.response());
    }
}
