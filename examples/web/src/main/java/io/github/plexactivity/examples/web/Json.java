package io.github.plexactivity.examples.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What the page is told. Words for people are chosen here; the page puts them where they belong. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String of(Activity activity) {
        return object(json -> write(activity, json));
    }

    static String of(Ending ending) {
        return object(json -> {
            write(ending.activity(), json);
            json.writeBooleanField("completed", ending.outcome() == Outcome.COMPLETED);
            json.writeStringField("words", Words.of(ending));
            json.writeNumberField("at", ending.at().toEpochMilli());
        });
    }

    static String of(ConnectionStatus status) {
        return object(json -> {
            json.writeStringField("state", status.state().name());
            json.writeStringField("words", Words.of(status));
            json.writeStringField("why", Words.why(status));
            json.writeNumberField(
                    "nextAttempt",
                    status.nextAttempt().map(Instant::toEpochMilli).orElse(0L));
        });
    }

    private static void write(Activity activity, JsonGenerator json) throws IOException {
        json.writeStringField("uuid", activity.uuid());
        json.writeStringField("title", activity.title().isBlank() ? activity.type() : activity.title());
        json.writeStringField("subtitle", activity.subtitle());
        json.writeBooleanField("cancellable", activity.cancellable());
        if (activity.progress().isPresent()) {
            json.writeNumberField("progress", activity.progress().getAsDouble());
        }
    }

    private static String object(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
