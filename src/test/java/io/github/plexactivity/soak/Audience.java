package io.github.plexactivity.soak;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.MonitorStatistics;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.soak.Findings.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One monitor and all who listen to it: fast, slow, throwing, choosy, one that comes and goes, and more. */
final class Audience implements AutoCloseable {

    private static final long SLOW_NANOS = 2_000_000;

    private final String name;
    private final Findings findings;
    private final ActivityMonitor monitor;
    private final Tracker tracker;
    private final List<Ledger> ledgers = new ArrayList<>();
    private Ledger guest;
    private ActivityMonitor.Registration visit;

    Audience(URI server, Findings findings, Stopwatch stopwatch, Transport... transports) {
        this.name = List.of(transports).toString();
        this.findings = findings;
        this.monitor = quick(server, transports).build();
        this.tracker = new Tracker(monitor, name, findings);
        monitor.listen(stopwatch.on(monitor));
        monitor.listen(tracker);
        monitor.listen(new Bookkeeper(ledger("fast"), () -> {}));
        monitor.listen(new Bookkeeper(ledger("slow"), () -> LockSupport.parkNanos(SLOW_NANOS)));
        monitor.listen(new Bookkeeper(ledger("throwing"), () -> {
            throw new IllegalStateException("as it always does");
        }));
        monitor.listen(
                ActivityFilter.type("library.*"),
                new Bookkeeper(kept(new Ledger(name + " choosy", Audience::isOfLibrary, findings)), () -> {}));
        monitor.changes(ActivityFilter.any()).subscribe(new Reader(ledger("subscriber")));
        this.guest = new Ledger(name + " guest", number -> true, findings);
        this.visit = monitor.listen(new Bookkeeper(guest, () -> {}));
        monitor.start();
    }

    /** In a hurry, so that much happens in little time. */
    static ActivityMonitor.Builder quick(URI server, Transport... transports) {
        return ActivityMonitor.builder(server)
                .token("soaked")
                .transports(transports)
                .backoff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .connectTimeout(Duration.ofSeconds(2))
                .silenceTimeout(Duration.ofSeconds(3))
                .resyncEvery(Duration.ofSeconds(2))
                .pollEvery(Duration.ofMillis(500))
                .recoverEvery(Duration.ofSeconds(3))
                .maxActivities(10_000);
    }

    private static boolean isOfLibrary(int number) {
        return Numbered.type(number).startsWith("library.");
    }

    private Ledger ledger(String listener) {
        return kept(new Ledger(name + " " + listener, number -> true, findings));
    }

    private Ledger kept(Ledger ledger) {
        ledgers.add(ledger);
        return ledger;
    }

    MonitorStatistics statistics() {
        return monitor.statistics();
    }

    int cancelled() {
        return tracker.cancelled();
    }

    /** What the faults did to the token is over: a user would say so, and not wait for the next minute. */
    void rest() {
        tracker.rest(true);
        if (monitor.status().state() == ConnectionState.REFUSED) {
            monitor.resync();
        }
    }

    boolean agreesWith(Truth truth) {
        return monitor.status().state() == ConnectionState.CONNECTED
                && view().equals(truth.running())
                && tracker.agreesWith(truth)
                && guest.agreesWith(truth)
                && ledgers.stream().allMatch(ledger -> ledger.agreesWith(truth));
    }

    private Map<String, Double> view() {
        Map<String, Double> view = new HashMap<>();
        monitor.activities()
                .forEach((uuid, activity) -> view.put(uuid, activity.progress().orElse(-1)));
        return view;
    }

    void audit(Truth truth) {
        if (monitor.status().state() != ConnectionState.CONNECTED) {
            findings.add(Kind.DIVERGED, name + ": not connected: " + monitor.status());
        }
        if (!view().equals(truth.running())) {
            findings.add(Kind.DIVERGED, name + ": knows " + view() + ", and there runs " + truth.running());
        }
        tracker.audit(truth);
        guest.audit(truth);
        ledgers.forEach(ledger -> ledger.audit(truth));
    }

    /** The guest leaves, another comes, and the work goes on. */
    void goOn() {
        visit.close();
        guest = new Ledger(name + " guest", number -> true, findings);
        visit = monitor.listen(new Bookkeeper(guest, () -> {}));
        tracker.rest(false);
    }

    @Override
    public void close() {
        monitor.close();
        ledgers.forEach(Ledger::close);
    }
}
