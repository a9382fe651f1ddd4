package io.github.plexactivity.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads recordings: server-sent events as they stood on the wire, or one text frame of a WebSocket a line. */
final class Transcript {
    private final List<RecordedFrame> frames = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private String name = "";

    private Transcript() {}

    static List<RecordedFrame> read(Reader reader) throws IOException {
        Transcript transcript = new Transcript();
        BufferedReader lines = new BufferedReader(reader);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            transcript.line(line);
        }
        transcript.line("");
        return transcript.frames;
    }

    private void line(String line) {
        if (line.startsWith("{")) {
            frames.add(RecordedFrame.text(line));
        } else if (line.startsWith("event:")) {
            name = value(line);
        } else if (line.startsWith("data:")) {
            data.append(data.length() == 0 ? "" : "\n").append(value(line));
        } else if (line.isEmpty() && data.length() > 0) {
            frames.add(RecordedFrame.event(name, data.toString()));
            name = "";
            data.setLength(0);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).stripLeading();
    }
}
