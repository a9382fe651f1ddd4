package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.plexactivity.ActivityHub;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.HubListener;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;

/**
 * The process of {@link Hub}: one hub, and a server for each path below the sender's address. Commands come a line at a
 * time, and each is answered by a line of {@code name=value}:
 *
 * <ul>
 *   <li>{@code add <servers>}: what they use up, once all are synchronized and have given back threads;
 *   <li>{@code rest <seconds>}: the processor time of as many seconds;
 *   <li>{@code begin}: measures from now on;
 *   <li>{@code end <events>}: waits until so many arrived in all, and tells what was used up since the beginning.
 * </ul>
 */
public final class HubServers {

    private static final long POLL_MILLIS = 5;
    private static final long REST_MILLIS = 12_000;

    private final String address;
    private final ActivityHub hub;
    private final List<ActivityMonitor> monitors = new ArrayList<>();
    private final LongAdder calls = new LongAdder();
    private long cpu;
    private long nanos;
    private long callsBefore;
    private long eventsBefore;

    private HubServers(int port, ThreadFactory threads) {
        address = "http://127.0.0.1:" + port + "/server-";
        hub = ActivityHub.builder()
                .client(EventSources.client())
                .threadFactory(threads)
                .build();
        hub.listen(new HubListener() {
            @Override
            public void onProgress(String server, Activity previous, Activity current) {
                calls.increment();
            }
        });
    }

    /** The sender's port, and whether readers are virtual threads. Runs until its input ends. */
    public static void main(String[] args) throws Exception {
        HubServers servers = new HubServers(
                Integer.parseInt(args[0]), Boolean.parseBoolean(args[1]) ? IdleMonitors.virtual() : Thread::new);
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(servers.answer(line.split(" ", -1)));
            }
        }
        System.exit(0);
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "add" -> add(Integer.parseInt(words[1]));
            case "rest" -> rest(Integer.parseInt(words[1]));
            case "begin" -> begin();
            case "end" -> end(Long.parseLong(words[1]));
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private String add(int count) throws Exception {
        double heap = Meter.heapBytes();
        double resident = Meter.residentBytes();
        double platform = Meter.threads();
        double sockets = Meter.sockets();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String name = "server-" + monitors.size();
            monitors.add(hub.add(
                    name,
                    URI.create(address + monitors.size()),
                    monitor -> monitor.transports(Transport.EVENT_SOURCE)));
        }
        while (monitors.stream()
                .anyMatch(each -> each.status().lastSynchronized().isEmpty())) {
            Thread.sleep(POLL_MILLIS);
        }
        long took = System.nanoTime() - begin;
        Thread.sleep(REST_MILLIS);
        double heapEach = (Meter.heapBytes() - heap) / count;
        long all = Meter.residentBytes();
        return "missing=" + missing() + " threads=" + (Meter.threads() - platform) / count + " resident="
                + (all - resident) / count + " all=" + all + " heap=" + heapEach
                + " sockets="
                + (Meter.sockets() - sockets) / count + " took=" + took;
    }

    private long missing() {
        return monitors.stream()
                .filter(monitor -> monitor.status().state() != ConnectionState.CONNECTED)
                .count();
    }

    private String rest(int seconds) throws InterruptedException {
        long before = Meter.cpuNanos();
        Thread.sleep(seconds * 1_000L);
        return "cpu=" + (Meter.cpuNanos() - before);
    }

    private String begin() {
        eventsBefore = events();
        callsBefore = calls.sum();
        nanos = System.nanoTime();
        cpu = Meter.cpuNanos();
        return "total=" + eventsBefore;
    }

    private String end(long until) throws InterruptedException, IOException {
        for (long patience = 120_000; events() < until; patience -= POLL_MILLIS) {
            if (patience < 0) {
                throw new IOException(events() + " events instead of " + until);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return "nanos=" + (System.nanoTime() - nanos) + " cpu=" + (Meter.cpuNanos() - cpu) + " events="
                + (events() - eventsBefore) + " calls=" + (calls.sum() - callsBefore);
    }

    private long events() {
        return monitors.stream()
                .mapToLong(monitor -> monitor.statistics().frames())
                .sum();
    }
}
