package io.github.plexactivity.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** One JSON object per change on standard output, in UTF-8; what is no change goes to standard error. */
public final class JsonDisplay implements Display {
    private static final JsonFactory JSON = new JsonFactory();
    private final Lines lines = new Lines(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    private final ConnectionWords connection = new ConnectionWords();

    @Override
    public void onStarted(Activity activity) {
        line("started", Instant.now(), activity, Optional.empty());
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        line("updated", Instant.now(), current, Optional.empty());
    }

    @Override
    public void onEnded(Ending ending) {
        line("ended", ending.at(), ending.activity(), Optional.of(ending));
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        connection.news(status).ifPresent(System.err::println);
    }

    @Override
    public void left(Activity activity) {
        System.err.println(Words.titles(activity) + ": " + Words.stillRuns(activity));
    }

    @Override
    public void close(String lastLine) {
        System.err.println(lastLine);
    }

    private void line(String change, Instant at, Activity activity, Optional<Ending> ending) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("at", at.toString());
            json.writeStringField("change", change);
            json.writeStringField("uuid", activity.uuid());
            json.writeStringField("type", activity.type());
            json.writeStringField("title", activity.title());
            json.writeStringField("subtitle", activity.subtitle());
            writeProgress(json, activity);
            json.writeStringField(
                    "outcome", ending.map(each -> each.outcome().name()).orElse(null));
            json.writeStringField(
                    "evidence", ending.map(each -> each.evidence().name()).orElse(null));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        lines.print(line.toString());
    }

    /** A whole number is written as one, as the server does. */
    private static void writeProgress(JsonGenerator json, Activity activity) throws IOException {
        double progress = activity.progress().orElse(-1);
        if (progress < 0) {
            json.writeNullField("progress");
        } else if (progress == Math.rint(progress)) {
            json.writeNumberField("progress", (long) progress);
        } else {
            json.writeNumberField("progress", progress);
        }
    }
}
