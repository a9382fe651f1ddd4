package io.github.plexactivity.internal.wire;

import io.github.plexactivity.internal.core.Report;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a decoder tells. */
final class HeardSink implements NotificationDecoder.Sink {

    final List<String> lines = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();

    /** What one frame tells. */
    static HeardSink of(String name, String data) {
        HeardSink sink = new HeardSink();
        new NotificationDecoder(uuid -> null, sink).decode(name, data);
        return sink;
    }

    /** As if it had heard nothing yet. */
    void clear() {
        lines.clear();
        reports.clear();
    }

    @Override
    public void report(Report report) {
        reports.add(report);
        lines.add(Shown.report(report));
    }

    @Override
    public void malformed(String why) {
        lines.add("malformed: " + why);
    }

    @Override
    public void mismatched() {
        lines.add("mismatched");
    }
}
