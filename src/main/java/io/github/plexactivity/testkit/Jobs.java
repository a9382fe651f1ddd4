package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Activity;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/** Activities as a server makes them. */
final class Jobs {

    private Jobs() {}

    /** At its start: at 0, without a subtitle and without a context. */
    static Activity begin(String type, String title, boolean cancellable) {
        return new Activity(
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

    static Activity at(Activity job, OptionalDouble progress) {
        return new Activity(
                job.uuid(),
                job.type(),
                job.title(),
                job.subtitle(),
                progress,
                job.cancellable(),
                job.userId(),
                job.context(),
                job.response());
    }

    static Activity atItsEnd(Activity job) {
        return at(job, OptionalDouble.of(100));
    }

    static Activity of(Activity job, String title, Map<String, Object> context) {
        return new Activity(
                job.uuid(),
                job.type(),
                title,
                job.subtitle(),
                job.progress(),
                job.cancellable(),
                job.userId(),
                context,
                job.response());
    }
}
