package io.github.plexactivity.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What one writes in an afternoon: the event source, a streaming parser, a map and one listener, all on one thread. It
 * is kept as a yardstick, and promises nothing: no reconciliation, no isolation, no limit.
 */
final class NaivePipeline implements Pipeline {

    private record State(String uuid, Map<String, String> fields, Map<String, String> context) {}

    private final Subject.Task task;
    private final Tally tally;
    private final JsonFactory json = new JsonFactory();
    private final Map<String, State> states = new HashMap<>();

    NaivePipeline(Subject.Task task) {
        this.task = task;
        this.tally = task.tally();
    }

    @Override
    public void start() throws StreamException {
        EventSource events = EventSources.open(EventSources.client(), task.eventSource());
        events.start();
        Reading.start(() -> {
            while (true) {
                take(events.readMessage());
            }
        });
    }

    private void take(MessageEvent event) throws IOException {
        if (event.getEventName().equals("activity")) {
            try (JsonParser parser = json.createParser(event.getData())) {
                State state = state(parser);
                states.put(state.uuid(), state);
                told(state);
            }
        }
    }

    private void told(State state) {
        tally.called();
        if (tally.timed()) {
            String uuid = state.uuid();
            tally.arrived(
                    Load.activity(uuid, uuid.length()),
                    Integer.parseInt(state.fields().getOrDefault("progress", "0")));
        }
    }

    private static State state(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Map<String, String> context = new HashMap<>();
        boolean inContext = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                inContext = "Context".equals(parser.currentName());
            } else if (token == JsonToken.END_OBJECT) {
                inContext = false;
            } else if (token.isScalarValue()) {
                (inContext ? context : fields).put(parser.currentName(), parser.getText());
            }
        }
        return new State(fields.getOrDefault("uuid", ""), fields, context);
    }

    @Override
    public long events() {
        return tally.calls();
    }
}
