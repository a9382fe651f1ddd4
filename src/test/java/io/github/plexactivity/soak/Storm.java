package io.github.plexactivity.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.plexactivity.model.Transport;
import io.github.plexactivity.testkit.Cut;
import io.github.plexactivity.testkit.Endpoint;
import io.github.plexactivity.testkit.FakePlexServer;
import io.github.plexactivity.testkit.Faults;
import io.github.plexactivity.testkit.Quirk;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** What goes wrong on the server of a soak: one thing or another, twice a second or so. One thread. */
final class Storm {

    private static final int[] STATUSES = {200, 204, 302, 401, 403, 404, 429, 500, 502, 503};
    private static final int[] CLOSE_CODES = {1000, 1001, 1008, 1011, 1012, 1013};
    private static final List<Transport> STREAMS = List.of(Transport.EVENT_SOURCE, Transport.WEB_SOCKET);
    private static final int TICKS_APART = 20;

    private final FakePlexServer server;
    private final Faults faults;
    private final Load load;
    private final SplittableRandom random;
    private final PrintStream out;
    private final Map<String, Runnable> kinds = new TreeMap<>();

    Storm(FakePlexServer server, Load load, SplittableRandom random, PrintStream out) {
        this.server = server;
        this.faults = server.faults();
        this.load = load;
        this.random = random;
        this.out = out;
        connectionsEnd();
        answersAreWrong();
        streamsAreMute();
        listsLie();
        framesAreBad();
    }

    /** Once a tick. */
    void rage() {
        if (random.nextInt(TICKS_APART) == 0) {
            String kind = any(List.copyOf(kinds.keySet()));
            out.println("fault " + kind);
            kinds.getOrDefault(kind, () -> {}).run();
        }
        if (random.nextInt(6 * TICKS_APART) == 0) {
            faults.heal();
        }
    }

    void heal() {
        faults.heal();
    }

    private void connectionsEnd() {
        kinds.put("restart", this::restart);
        kinds.put("down", () -> {
            load.endAll();
            faults.stop();
            LockSupport.parkNanos(random.nextLong(1_500_000_000));
            restart();
        });
        kinds.put("cut", () -> faults.drop(any(STREAMS), any(List.of(Cut.values()))));
        kinds.put("close code", () -> faults.closeWebSockets(any(CLOSE_CODES), "for a reason"));
        kinds.put("bytes", () -> faults.sendRaw(any(STREAMS), bytes(1 + random.nextInt(2_000))));
        kinds.put(
                "oversize",
                () -> faults.sendRaw(any(STREAMS), "x".repeat(2 << 20).getBytes(ISO_8859_1)));
    }

    private void restart() {
        load.endAll();
        faults.restart();
    }

    private void answersAreWrong() {
        kinds.put("status", () -> faults.refuse(any(List.of(Endpoint.values())), any(STATUSES)));
        kinds.put("retry after", () -> faults.refuse(any(List.of(Endpoint.values())), 503, "Retry-After", "1"));
        kinds.put("outage", () -> List.of(Endpoint.values()).forEach(each -> faults.refuse(each, 502)));
        kinds.put("token", faults::rejectTokens);
        kinds.put("no answer", () -> faults.hold(any(List.of(Endpoint.values()))));
        kinds.put(
                "slow answer",
                () -> faults.delay(any(List.of(Endpoint.values())), Duration.ofMillis(random.nextInt(1_500))));
    }

    private void streamsAreMute() {
        kinds.put("silence", () -> faults.silence(any(STREAMS)));
        kinds.put("zombie", () -> faults.makeZombie(any(STREAMS)));
        kinds.put("no pong", () -> faults.add(Quirk.NEVER_PONGS));
        kinds.put("no close", () -> faults.add(Quirk.NEVER_ANSWERS_CLOSE));
    }

    private void listsLie() {
        kinds.put("lost end", () -> load.end(false));
        kinds.put("lost start", () -> load.begin(false));
        kinds.put("broken list", () -> faults.add(Quirk.LIST_BREAKS_OFF));
        kinds.put("overcounted list", () -> faults.add(Quirk.LIST_OVERCOUNTS));
        kinds.put("stale list", () -> {
            faults.hold(Endpoint.LIST);
            LockSupport.parkNanos(random.nextLong(500_000_000));
            load.end(true);
            load.begin(true);
            faults.release(Endpoint.LIST);
        });
        kinds.put("cancels end nothing", () -> faults.add(Quirk.CANCELS_END_NOTHING));
    }

    private void framesAreBad() {
        kinds.put("replay", () -> replay(load.begun() - 1 - random.nextInt(1 + Math.min(500, load.begun() / 2))));
        kinds.put("garbage", () -> tell(new String(bytes(200), ISO_8859_1)));
        kinds.put("half a frame", () -> {
            String whole = entry("updated", Math.max(0, load.begun() - 1));
            tell(whole.substring(0, random.nextInt(whole.length())));
        });
        kinds.put("other", () -> server.tell("playing", "{\"state\":\"playing\",\"viewOffset\":1}"));
        kinds.put("pings", () -> {
            for (int i = 0; i < 200; i++) {
                faults.pingWebSockets("ping " + i);
            }
        });
        kinds.put("ignored filter", () -> faults.add(Quirk.IGNORES_FILTERS));
    }

    /** What is over is told of once more; what runs is left alone, for the end of it may not be invented. */
    private void replay(int number) {
        if (number >= 0 && !load.runs(number)) {
            tell(entry(any(List.of("started", "updated", "ended")), number));
        }
    }

    private static String entry(String event, int number) {
        String uuid = Numbered.uuid(number);
        return "{\"ActivityNotification\":{\"event\":\"" + event + "\",\"uuid\":\"" + uuid
                + "\",\"Activity\":{\"uuid\":\"" + uuid + "\",\"type\":\"" + Numbered.type(number)
                + "\",\"cancellable\":true,\"userID\":1,\"title\":\"Job " + number
                + "\",\"subtitle\":\"\",\"progress\":50}}}";
    }

    private void tell(String entry) {
        faults.sendText(Transport.EVENT_SOURCE, "activity", entry);
        String listed = entry.replace("\"ActivityNotification\":{", "\"ActivityNotification\":[{");
        String container = listed.isEmpty() ? "" : listed.substring(0, listed.length() - 1) + "]}";
        faults.sendText(
                Transport.WEB_SOCKET,
                "",
                "{\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,"
                        + (container.isEmpty() ? "" : container.substring(1)) + "}");
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private int any(int[] all) {
        return all[random.nextInt(all.length)];
    }
}
