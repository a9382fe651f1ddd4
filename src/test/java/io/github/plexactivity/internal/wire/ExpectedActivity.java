package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.Activity;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the fields of an activity in a document mean: of several of a name the last counts. */
record ExpectedActivity(Node node) {

    private Node last(String name) {
        Node last = new Node.Nothing();
        for (Node.Field field : node.fieldsOf()) {
            last = field.name().equals(name) ? field.value() : last;
        }
        return last;
    }

    String uuid() {
        return last("uuid").textOf();
    }

    boolean cancelled() {
        return truth(last("cancelled").plain(0))
                || truth(last("Response").map(WireValue.DEEPEST).get("cancelled"));
    }

    Activity as(String uuid) {
        return new Activity(
                uuid,
                last("type").textOf(),
                last("title").textOf(),
                last("subtitle").textOf(),
                progress(),
                truth(last("cancellable").plain(0)),
                userId(),
                map("Context"),
                map("Response"));
    }

    private OptionalDouble progress() {
        double progress = Scalars.number(last("progress").plain(0));
        return progress >= 0 ? OptionalDouble.of(Math.min(100, progress + 0.0)) : OptionalDouble.empty();
    }

    private OptionalLong userId() {
        return Scalars.whole(last("userID").plain(0));
    }

    private Map<String, Object> map(String name) {
        return last(name).map(WireValue.DEEPEST);
    }

    static boolean truth(@Nullable Object plain) {
        return Scalars.truth(plain);
    }
}
