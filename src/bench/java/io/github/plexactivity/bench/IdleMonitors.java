package io.github.plexactivity.bench;

import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamException;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import okhttp3.OkHttpClient;

/** The process of {@link Idle}: monitors that share a client and have nothing to tell, or bare streams. */
public final class IdleMonitors {

    /** Until about so many the virtual machine compiles, and keeps what it compiled with. */
    private static final int FIRST = 500;

    private static final int TOGETHER = 50;
    private static final long REST_MILLIS = 12_000;

    private final URI server;
    private final ThreadFactory threads;
    private final boolean bare;
    private final OkHttpClient client = EventSources.client();
    private final List<ActivityMonitor> monitors = new ArrayList<>();
    private int streams;

    private IdleMonitors(URI server, ThreadFactory threads, boolean bare) {
        this.server = server;
        this.threads = threads;
        this.bare = bare;
    }

    /** The server's port, how many, whether their readers are virtual threads, and whether they are bare streams. */
    public static void main(String[] args) throws Exception {
        IdleMonitors idle = new IdleMonitors(
                URI.create("http://127.0.0.1:" + args[0]),
                Boolean.parseBoolean(args[2]) ? virtual() : Thread::new,
                Boolean.parseBoolean(args[3]));
        System.out.println(idle.measure(Integer.parseInt(args[1])));
        System.exit(0);
    }

    /** The first few are there before anything is measured: what a virtual machine needs once is not counted. */
    private String measure(int count) throws Exception {
        open(FIRST);
        Thread.sleep(REST_MILLIS);
        double heap = Meter.heapBytes();
        double resident = Meter.residentBytes();
        double platform = Meter.threads();
        for (int opened = 0; opened < count; opened += TOGETHER) {
            open(TOGETHER);
        }
        Thread.sleep(REST_MILLIS);
        double heapEach = (Meter.heapBytes() - heap) / count;
        long connected = streams
                + monitors.stream()
                        .filter(monitor -> monitor.status().state() == ConnectionState.CONNECTED)
                        .count();
        return "missing=" + (FIRST + count - connected) + " threads=" + (Meter.threads() - platform) / count
                + " resident=" + (Meter.residentBytes() - resident) / count + " heap=" + heapEach;
    }

    private void open(int count) throws Exception {
        if (bare) {
            openBare(count);
        } else {
            openMonitors(count);
        }
    }

    private void openBare(int count) throws StreamException {
        for (int i = 0; i < count; i++) {
            EventSource events = EventSources.open(client, server.resolve("/:/eventsource/notifications"));
            events.start();
            Reading.start(threads, () -> {
                while (true) {
                    events.readMessage();
                }
            });
            streams++;
        }
    }

    private void openMonitors(int count) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ActivityMonitor monitor = ActivityMonitor.builder(server)
                    .client(client)
                    .threadFactory(threads)
                    .transports(Transport.EVENT_SOURCE)
                    .build();
            monitor.listen(new ActivityListener() {});
            monitors.add(monitor);
            starts.add(monitor.start());
        }
        starts.forEach(CompletableFuture::join);
    }

    /** By reflection, since the measurements are compiled for 17. */
    static ThreadFactory virtual() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
        return (ThreadFactory) factory.invoke(builder);
    }
}
