package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;

/**
 * The process that is measured: one pipeline, alone in its virtual machine. Commands come a line at a time, and each is
 * answered by a line of {@code name=value}:
 *
 * <ul>
 *   <li>{@code begin}, {@code begin timed}: measures from now on, with or without the time each event was on its way;
 *   <li>{@code end <events>}: waits until so many arrived in all, and tells what was used up since the beginning;
 *   <li>{@code heap}: what is left on it after it was cleaned up.
 * </ul>
 */
public final class Subject {

    private static final long POLL_MILLIS = 5;
    private static final int SETTLED = 4;
    private static final long MOST_MILLIS = 120_000;

    private final Pipeline pipeline;
    private final Tally tally;
    private long cpu;
    private long allocated;
    private long nanos;
    private long waits;
    private long events;
    private long calls;

    private Subject(Task task) {
        this.tally = task.tally();
        this.pipeline = task.kind().open(task);
    }

    /**
     * What to measure.
     *
     * @param listeners how many there are, one that sleeps not counted
     * @param sleepMillis how long one more listener sleeps in each call; 0 where there is none
     */
    record Task(Pipeline.Kind kind, int port, Load load, int listeners, int sleepMillis, Tally tally) {

        static Task parse(String[] args) throws IOException {
            Load load = Load.parse(args, 2);
            return new Task(
                    Pipeline.Kind.valueOf(args[0]),
                    Integer.parseInt(args[1]),
                    load,
                    Integer.parseInt(args[6]),
                    Integer.parseInt(args[7]),
                    new Tally(load, Times.of(Path.of(args[5]))));
        }

        URI server() {
            return URI.create("http://127.0.0.1:" + port);
        }

        URI eventSource() {
            return server().resolve("/:/eventsource/notifications?filters=activity");
        }
    }

    /** Runs until its input ends. */
    public static void main(String[] args) throws Exception {
        Subject subject = new Subject(Task.parse(args));
        subject.pipeline.start();
        System.out.println("ready");
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(subject.answer(line.split(" ", -1)));
            }
        }
        System.exit(0);
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "begin" -> begin(words.length > 1);
            case "end" -> end(Long.parseLong(words[1]));
            case "heap" -> "heap=" + Meter.heapBytes();
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private String begin(boolean timed) throws IOException {
        tally.begin(timed);
        events = pipeline.events();
        calls = pipeline.calls();
        waits = Meter.waits();
        allocated = Meter.allocatedBytes();
        nanos = System.nanoTime();
        cpu = Meter.cpuNanos();
        return "begun";
    }

    private String end(long until) throws Exception {
        await(until);
        long took = System.nanoTime() - nanos;
        settle();
        return "cpu=" + (Meter.cpuNanos() - cpu) + " allocated=" + (Meter.allocatedBytes() - allocated) + " nanos="
                + took
                + " events=" + (pipeline.events() - events) + " calls=" + (pipeline.calls() - calls) + " total="
                + pipeline.events() + " waits=" + (Meter.waits() - waits) + " p50=" + tally.nanos(50) + " p99="
                + tally.nanos(99);
    }

    private void await(long until) throws InterruptedException {
        for (long waited = 0; pipeline.events() < until; waited += POLL_MILLIS) {
            if (waited > MOST_MILLIS) {
                throw new IllegalStateException(pipeline.events() + " events instead of " + until);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Until the listeners were told what there is to tell. */
    private void settle() throws InterruptedException {
        long seen = -1;
        for (int same = 0; same < SETTLED; same++) {
            if (pipeline.calls() != seen) {
                seen = pipeline.calls();
                same = 0;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
