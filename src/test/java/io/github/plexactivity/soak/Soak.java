package io.github.plexactivity.soak;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Transport;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs monitors for as long as is wanted against a server under load and faults: a storm, a rest in which all that
 * listeners were told is compared with what the server did, a calm in which latencies are measured, and so on.
 *
 * <pre>{@code ./mvnw -q -Psoak test-compile exec:exec -Dminutes=30 [-Dseed=1]}</pre>
 *
 * Fails where an end was lost or invented, a view does not become the server's, or the use of anything drifts.
 */
public final class Soak {

    /** Far more than the longest wait, a time-out and two snapshots: the machine may be busy. */
    private static final Duration CONVERGES_WITHIN = Duration.ofSeconds(60);

    private static final long LONGEST_PHASE_MILLIS = 10_000;
    private static final long LOOK_NANOS = 200_000_000;

    private final ServerProcess server;
    private final SplittableRandom random;
    private final Findings findings = new Findings();
    private final Stopwatch stopwatch = new Stopwatch();
    private final Report report;
    private final List<Audience> audiences;

    private Soak(ServerProcess server, long seed, PrintStream out) {
        this.server = server;
        this.random = new SplittableRandom(seed);
        this.report = new Report(out, stopwatch, findings);
        this.audiences = List.of(
                audience(Transport.EVENT_SOURCE, Transport.WEB_SOCKET, Transport.POLLING),
                audience(Transport.WEB_SOCKET, Transport.EVENT_SOURCE, Transport.POLLING),
                audience(Transport.WEB_SOCKET),
                audience(Transport.POLLING));
    }

    private Audience audience(Transport... transports) {
        return new Audience(server.uri(), findings, stopwatch, transports);
    }

    /**
     * Runs it.
     *
     * @param arguments minutes and a seed
     */
    public static void main(String... arguments) throws IOException {
        long millis = Math.round(Double.parseDouble(arguments[0]) * 60_000);
        System.exit(
                run(Duration.ofMillis(millis), Long.parseLong(arguments[1]), System.out)
                                .none()
                        ? 0
                        : 1);
    }

    /** Runs for a while, and answers what should not have been. */
    static Findings run(Duration duration, long seed, PrintStream out) throws IOException {
        try (ServerProcess server = new ServerProcess(seed)) {
            Soak soak = new Soak(server, seed, out);
            soak.run(duration);
            return soak.findings;
        }
    }

    private void run(Duration duration) throws IOException {
        long begin = System.nanoTime();
        long longest = Math.min(LONGEST_PHASE_MILLIS, duration.toMillis() / 4);
        double reported = 0;
        for (long passed = 0; passed < duration.toNanos(); passed = System.nanoTime() - begin) {
            server.storm(between(longest / 2, longest));
            rest();
            passer();
            double minute = (System.nanoTime() - begin) / 60e9;
            if (minute - reported >= 1) {
                reported = minute;
                report(minute);
            }
            calm(between(longest / 2, longest));
        }
        rest();
        report((System.nanoTime() - begin) / 60e9);
        audiences.forEach(Audience::close);
        report.end(server.faults(), audiences);
    }

    private void report(double minute) {
        int faults =
                server.faults().values().stream().mapToInt(Integer::intValue).sum();
        report.minute(minute, server.truth().begun(), faults, audiences);
    }

    private Duration between(long least, long most) {
        return Duration.ofMillis(random.nextLong(least, most + 1));
    }

    /** Gives everybody the time to learn what is, then looks what they learnt. */
    private void rest() throws IOException {
        audiences.forEach(Audience::rest);
        long deadline = System.nanoTime() + CONVERGES_WITHIN.toNanos();
        server.rest();
        while (!agree() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
            audiences.forEach(Audience::rest);
            server.rest();
        }
        audiences.forEach(audience -> audience.audit(server.truth()));
        audiences.forEach(Audience::goOn);
    }

    private boolean agree() {
        return audiences.stream().allMatch(audience -> audience.agreesWith(server.truth()));
    }

    private void calm(Duration duration) throws IOException {
        stopwatch.calm(true);
        server.calm(duration);
        stopwatch.calm(false);
    }

    /** A monitor that lives for a moment, and is closed at any point of its way. */
    private void passer() {
        Ledger ledger = new Ledger("passer-by", number -> true, findings);
        List<Transport> all = List.of(Transport.values());
        try (ActivityMonitor monitor = Audience.quick(server.uri(), all.get(random.nextInt(all.size())))
                .build()) {
            monitor.listen(new Bookkeeper(ledger, () -> {}));
            monitor.start();
            LockSupport.parkNanos(random.nextLong(300_000_000));
        }
        ledger.close();
    }
}
