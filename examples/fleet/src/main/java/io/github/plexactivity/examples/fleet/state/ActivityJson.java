package io.github.plexactivity.examples.fleet.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Activities in JSON; the README tells each field. Fields that it does not know are passed over. */
public final class ActivityJson {
    private static final int LARGE = 256 * 1024;
    private static final int LONG = 1_000;

    private ActivityJson() {}

    /**
     * Writes one. A server may tell more than a broker takes: context and response of a large one are left out, and long
     * texts are cut.
     *
     * @param said to write
     * @return in UTF-8
     */
    public static byte[] write(ActivityRecord said) {
        byte[] whole = Json.bytes(json(said, said.activity()));
        return whole.length <= LARGE ? whole : Json.bytes(json(said, brief(said.activity())));
    }

    private static ObjectNode json(ActivityRecord said, Activity activity) {
        ObjectNode json = Json.object();
        json.put("server", said.server());
        json.put("uuid", activity.uuid());
        json.put("state", said.isLive() ? "live" : "ended");
        json.put("type", activity.type());
        json.put("title", activity.title());
        json.put("subtitle", activity.subtitle());
        activity.progress().ifPresent(progress -> json.put("progress", progress));
        json.put("cancellable", activity.cancellable());
        activity.userId().ifPresent(user -> json.put("user", user));
        putIfAny(json, "context", activity.context());
        putIfAny(json, "response", activity.response());
        json.put("started", said.started().toString());
        json.put("changed", said.changed().toString());
        said.end().ifPresent(end -> {
            json.put("outcome", end.outcome().name());
            json.put("evidence", end.evidence().name());
            json.put("ended", end.at().toString());
        });
        json.put("worker", said.worker());
        return json;
    }

    private static void putIfAny(ObjectNode json, String field, Map<String, Object> map) {
        if (!map.isEmpty()) {
            json.set(field, Json.of(map));
        }
    }

    private static Activity brief(Activity whole) {
        return new Activity(
                whole.uuid(),
                brief(whole.type()),
                brief(whole.title()),
                brief(whole.subtitle()),
                whole.progress(),
                whole.cancellable(),
                whole.userId(),
                Map.of(),
                Map.of());
    }

    private static String brief(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }

    /**
     * Reads one. What may be missing is empty then; server, uuid, state and times may not.
     *
     * @param value in UTF-8
     * @return what it says
     * @throws UnreadableRecord if it is none
     */
    public static ActivityRecord read(byte[] value) {
        JsonNode json = Json.read(value);
        try {
            return new ActivityRecord(
                    Json.text(json, "server"),
                    activity(json),
                    Json.time(json, "started"),
                    Json.time(json, "changed"),
                    end(json),
                    Json.textOrEmpty(json, "worker"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("its values are none of an activity", e);
        }
    }

    private static Activity activity(JsonNode json) {
        JsonNode progress = json.path("progress");
        JsonNode user = json.path("user");
        String uuid = Json.text(json, "uuid");
        // Nothing could be resumed beside one that the library does not take.
        if (uuid.isBlank() || uuid.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableRecord("its uuid is blank or holds control characters");
        }
        return new Activity(
                uuid,
                Json.textOrEmpty(json, "type"),
                Json.textOrEmpty(json, "title"),
                Json.textOrEmpty(json, "subtitle"),
                progress.isNumber() ? OptionalDouble.of(progress.doubleValue()) : OptionalDouble.empty(),
                json.path("cancellable").asBoolean(false),
                user.canConvertToLong() ? OptionalLong.of(user.longValue()) : OptionalLong.empty(),
                PlainValues.map(json.path("context")),
                PlainValues.map(json.path("response")));
    }

    private static Optional<ActivityRecord.End> end(JsonNode json) {
        return switch (Json.text(json, "state")) {
            case "live" -> Optional.empty();
            case "ended" ->
                Optional.of(new ActivityRecord.End(
                        Json.oneOf(Outcome.class, json, "outcome"),
                        Json.oneOf(Evidence.class, json, "evidence"),
                        Json.time(json, "ended")));
            default -> throw new UnreadableRecord("its state is neither live nor ended");
        };
    }
}
