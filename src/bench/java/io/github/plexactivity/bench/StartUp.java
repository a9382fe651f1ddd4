package io.github.plexactivity.bench;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;

/**
 * From {@code start()} to the first synchronization: what the server sees of it, and how long it takes when the virtual
 * machine is warm. Round trips are counted, since on loopback they take no time.
 */
final class StartUp implements Group {

    private static final int WARM_UP = 200;
    private static final int TIMED = 51;

    @Override
    public void run(Lab lab, Options options, Report report) throws IOException {
        lab.load(new Load(Wire.EVENT_SOURCE, 10, 1));
        OkHttpClient client = new OkHttpClient();
        URI server = URI.create("http://127.0.0.1:" + lab.port());
        start(server, client);
        lab.requests();
        start(server, client);
        String[] counted = lab.requests().split(" ", -1);
        Series millis = new Series();
        try (FakePlexServer fake = FakePlexServer.start()) {
            for (int i = 0; i < WARM_UP + TIMED; i++) {
                double took = start(fake.uri(), client);
                if (i >= WARM_UP) {
                    millis.add(took / 1e6);
                }
            }
        }
        report.row(new Row(
                "start to first synchronized, requests one after the other",
                Series.of(Double.parseDouble(counted[1])),
                3,
                Double.NaN,
                "and " + counted[0] + " connections; " + millis + " ms against FakePlexServer, warm"));
    }

    /** How long it took, in nanoseconds. */
    private static double start(URI server, OkHttpClient client) {
        try (ActivityMonitor monitor =
                ActivityMonitor.builder(server).client(client).build()) {
            long begin = System.nanoTime();
            monitor.start().join();
            return System.nanoTime() - begin;
        }
    }
}
