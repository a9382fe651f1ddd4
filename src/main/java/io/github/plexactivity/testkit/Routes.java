package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import okhttp3.Headers;

/** The requests that are not streams. */
final class Routes {
    private static final String MACHINE = "fa4e5e0f1c2b4d6e8a9b0c1d2e3f4a5b6c7d8e9f";
    private static final String VERSION = "1.43.0.10492-121068a07";

    private final World world;
    private final Behaviour behaviour;
    private final Executor contextLater;
    private final Queue<String> cancelled = new ConcurrentLinkedQueue<>();

    Routes(World world, Behaviour behaviour, Executor contextLater) {
        this.world = world;
        this.behaviour = behaviour;
        this.contextLater = contextLater;
    }

    List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    MockResponse answer(Request request) {
        List<String> path = request.url().pathSegments();
        return switch (request.endpoint()) {
            case LIST -> list(request);
            case CANCEL -> cancel(path.get(1));
            default -> other(request, path);
        };
    }

    private MockResponse other(Request request, List<String> path) {
        String method = request.method();
        boolean starts = method.equals("GET") || method.equals("POST");
        if (method.equals("GET") && path.equals(List.of(""))) {
            return container(request, new Container(root()));
        }
        if (method.equals("GET") && path.equals(List.of("identity"))) {
            return container(request, new Container(identity()));
        }
        if (path.size() == 4 && request.path().matches("/library/sections/[^/]+/refresh")) {
            return starts ? scan(path.get(2)) : method.equals("DELETE") ? stopScan(path.get(2)) : Answers.page(404);
        }
        if (method.equals("POST") && request.path().matches("/livetv/dvrs/[^/]+/reloadGuide")) {
            return named(Jobs.begin("provider.epg.load", "Refreshing EPG", false), false);
        }
        if (method.equals("POST") && request.path().equals("/media/subscriptions/process")) {
            return named(Jobs.begin("provider.subscriptions.process", "Processing subscriptions", true), true);
        }
        return Answers.page(404);
    }

    private MockResponse list(Request request) {
        List<Activity> rows = behaviour.has(Quirk.LIST_IS_EMPTY) ? List.of() : world.activities();
        Container list =
                Container.of("Activity", rows.stream().map(ActivityRow::of).toList());
        return container(request, behaviour.has(Quirk.LIST_OVERCOUNTS) ? list.sized(rows.size() + 1L) : list);
    }

    private MockResponse container(Request request, Container container) {
        boolean json = request.header("Accept").orElse("").contains("application/json");
        String body = json ? container.json() : container.xml();
        if (request.endpoint() == Endpoint.LIST && behaviour.has(Quirk.LIST_BREAKS_OFF)) {
            body = body.substring(0, body.length() / 2);
        }
        return Answers.text(json ? "application/json" : "text/xml;charset=utf-8", body);
    }

    private MockResponse cancel(String uuid) {
        Activity activity = world.find(uuid).orElse(null);
        if (activity == null) {
            return Answers.page(404, "No activity with the provided id is found", Headers.of());
        }
        if (!activity.cancellable()) {
            return Answers.page(400, "Activity is not cancellable", Headers.of());
        }
        cancelled.add(uuid);
        if (behaviour.has(Quirk.CANCELS_END_NOTHING)) {
            return Answers.empty();
        }
        return Answers.emptyThen(() -> world.end(uuid, UnaryOperator.identity()));
    }

    /** The reply to a scan names nothing, and what is scanned is told later. */
    private MockResponse scan(String section) {
        Activity scan = Jobs.begin("library.update.section", "Scanning", false);
        world.runs(scan, Notification.of("started", scan));
        world.scans(section, scan.uuid());
        contextLater.execute(() -> world.update(
                scan.uuid(),
                running -> Jobs.of(running, "Scanning section " + section, Map.of("librarySectionID", section))));
        return Answers.empty();
    }

    private MockResponse stopScan(String section) {
        List<String> scans = world.scansOf(section);
        return Answers.emptyThen(() -> scans.forEach(uuid -> world.end(uuid, UnaryOperator.identity())));
    }

    /** An activity named by the reply; one that is short has ended before the reply is there. */
    private MockResponse named(Activity activity, boolean isShort) {
        if (!behaviour.has(Quirk.NAMES_WHAT_DOES_NOT_RUN)) {
            world.runs(activity, Notification.of("started", activity));
            if (isShort) {
                world.end(activity.uuid(), Jobs::atItsEnd);
            }
        }
        return Answers.named(activity.uuid());
    }

    private static Map<String, Object> identity() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("size", 0L);
        fields.put("claimed", true);
        fields.put("machineIdentifier", MACHINE);
        fields.put("version", VERSION);
        return fields;
    }

    private static Map<String, Object> root() {
        Map<String, Object> fields = new LinkedHashMap<>(identity());
        fields.put("friendlyName", "fake");
        fields.put("platform", "Linux");
        fields.put("platformVersion", "6.1");
        fields.put("multiuser", true);
        fields.put("eventStream", true);
        fields.put("updatedAt", 1_790_000_000L);
        return fields;
    }
}
