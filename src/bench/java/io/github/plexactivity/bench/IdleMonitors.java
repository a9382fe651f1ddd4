package io.github.plexactivity.bench;

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

/** The process of {@link Idle}: monitors that share a client and have nothing to tell. */
public final class IdleMonitors {

    private static final int FIRST = 20;
    private static final int TOGETHER = 50;
    private static final long REST_MILLIS = 12_000;

    private final URI server;
    private final ThreadFactory threads;
    private final OkHttpClient client = new OkHttpClient();
    private final List<ActivityMonitor> monitors = new ArrayList<>();

    private IdleMonitors(URI server, ThreadFactory threads) {
        this.server = server;
        this.threads = threads;
    }

    /** The server's port, how many monitors, and whether their readers are virtual threads. */
    public static void main(String[] args) throws Exception {
        IdleMonitors idle = new IdleMonitors(
                URI.create("http://127.0.0.1:" + args[0]), Boolean.parseBoolean(args[2]) ? virtual() : Thread::new);
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
        long connected = monitors.stream()
                .filter(monitor -> monitor.status().state() == ConnectionState.CONNECTED)
                .count();
        return "missing=" + (FIRST + count - connected) + " threads=" + (Meter.threads() - platform) / count
                + " resident=" + (Meter.residentBytes() - resident) / count + " heap=" + heapEach;
    }

    private void open(int count) {
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
    private static ThreadFactory virtual() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
        return (ThreadFactory) factory.invoke(builder);
    }
}
