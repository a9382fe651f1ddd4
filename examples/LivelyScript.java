import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** About twenty seconds in the life of a server, the same each time: what happens, and when. */
final class LivelyScript {
    private static final List<Endpoint> ALL_WAYS_IN =
            List.of(Endpoint.EVENT_SOURCE, Endpoint.WEB_SOCKET, Endpoint.LIST);
    private static final List<String> FILMS = List.of(
            "A Lantern for Ada (1961)",
            "The Cartographer's Daughter (1974)",
            "Salt Road (1988)",
            "Nine Bridges (1993)",
            "Les Heures d'été à Port-Louis et autres histoires du rivage (2004)",
            "The Quiet Orchard (2011)",
            "雪の灯台 (2016)",
            "Weather for Beginners (2022)");

    private record Beat(double second, Act act) {}

    private interface Act {
        void play() throws Exception;
    }

    private final Stage stage;
    private final FakePlexServer server;
    private final List<Beat> beats = new ArrayList<>();

    LivelyScript(Stage stage) {
        this.stage = stage;
        this.server = stage.server();
        scan(job("library.update.section", "Scanning", false));
        refresh(job("library.refresh.items", "Refreshing", false));
        credits(job("media.generate.credits", "Detecting Credits", false));
        download(job("media.download", "Downloading Salt Road", true));
        loudness(job("media.generate.loudness", "Generating loudness data", false));
        outage();
        subscriptions(job("provider.subscriptions.process", "Processing subscriptions", true));
        beats.sort(Comparator.comparingDouble(Beat::second));
    }

    /** Plays it once; the pauses become what the pace makes of them. */
    void play(UnaryOperator<Duration> pace) throws Exception {
        double now = 0;
        for (Beat beat : beats) {
            Duration pause = Duration.ofMillis(Math.round((beat.second() - now) * 1000));
            TimeUnit.NANOSECONDS.sleep(pace.apply(pause).toNanos());
            beat.act().play();
            now = beat.second();
        }
    }

    private void at(double second, Act act) {
        beats.add(new Beat(second, act));
    }

    private Job job(String type, String title, boolean cancellable) {
        return new Job(server, type, title, cancellable);
    }

    /** Goes on through the outage. */
    private void scan(Job scan) {
        at(0.5, scan::begin);
        at(1.5, () -> scan.entitle("Scanning Movies", Map.of("librarySectionID", "1")));
        for (int percent = 4; percent <= 96; percent += 4) {
            int done = percent;
            at(2 + percent * 0.15, () -> scan.step(done, FILMS.get(done / 12 % FILMS.size())));
        }
        at(17.5, scan::end);
    }

    private void refresh(Job refresh) {
        at(2.2, refresh::begin);
        at(3, () -> refresh.entitle("Refreshing Nine Bridges", Map.of("key", "/library/metadata/93")));
        at(3.2, () -> refresh.step(0, "Checking files"));
        at(4.6, () -> refresh.step(33, "Refreshing local metadata"));
        at(6.1, () -> refresh.step(66, "Refreshing media analysis"));
        at(8.3, refresh::end);
    }

    private void credits(Job credits) {
        at(2.8, credits::begin);
        for (int episode = 1; episode <= 8; episode++) {
            String subtitle = "Tidewater S01 E0" + episode;
            at(2 + episode * 1.6, () -> credits.stepWithoutProgress(subtitle));
        }
        at(16.4, credits::end);
    }

    /** Somebody changes their mind. */
    private void download(Job download) {
        at(4, download::begin);
        for (int percent = 9; percent <= 45; percent += 9) {
            int done = percent;
            at(4 + percent * 0.06, () -> download.step(done, "Preparing to transfer"));
        }
        at(7.2, () -> stage.cancel(download));
    }

    /** Nobody hears its end. */
    private void loudness(Job loudness) {
        at(5.5, loudness::begin);
        for (int percent = 10; percent <= 50; percent += 10) {
            int done = percent;
            at(5.5 + percent * 0.06, () -> loudness.step(done, "Tidewater S02 E04"));
        }
        at(10.5, loudness::vanish);
    }

    private void outage() {
        at(9.5, () -> {
            ALL_WAYS_IN.forEach(way -> server.faults().refuse(way, 503));
            server.faults().drop(Cut.FIN);
        });
        at(12, () -> {
            ALL_WAYS_IN.forEach(server.faults()::allow);
            stage.reachable();
        });
    }

    private void subscriptions(Job subscriptions) {
        at(18, subscriptions::begin);
        at(19, subscriptions::end);
    }
}
