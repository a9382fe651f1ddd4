package io.github.plexactivity.testkit;

import io.github.plexactivity.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How the server behaves at the moment. Any thread changes it, any thread asks. */
final class Behaviour {
    private static final int MOST_PONGS = 1_000;

    final Gates gates = new Gates();
    private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
    private final Set<Transport> silent = ConcurrentHashMap.newKeySet();
    private final Set<Transport> zombies = ConcurrentHashMap.newKeySet();
    private final Map<Endpoint, Refusal> refusals = new ConcurrentHashMap<>();
    private final LinkedBlockingDeque<String> pongs = new LinkedBlockingDeque<>(MOST_PONGS);
    private volatile @Nullable String token;
    private volatile boolean tokensRejected;

    record Refusal(int status, Headers headers) {}

    Behaviour(@Nullable String token) {
        this.token = token;
    }

    void heal() {
        quirks.clear();
        silent.clear();
        zombies.clear();
        refusals.clear();
        tokensRejected = false;
        gates.releaseAll();
    }

    void add(Quirk quirk) {
        quirks.add(quirk);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    void silence(Transport transport) {
        silent.add(transport);
    }

    void makeZombie(Transport transport) {
        zombies.add(transport);
    }

    boolean silent(Transport transport) {
        return silent.contains(transport);
    }

    /** Whether notifications reach the clients of this transport. */
    boolean speaks(Transport transport) {
        return !silent.contains(transport) && !zombies.contains(transport);
    }

    boolean pongs() {
        return !has(Quirk.NEVER_PONGS) && !silent(Transport.WEB_SOCKET);
    }

    boolean answersClose() {
        return !has(Quirk.NEVER_ANSWERS_CLOSE) && !silent(Transport.WEB_SOCKET);
    }

    void refuse(Endpoint endpoint, Refusal refusal) {
        refusals.put(endpoint, refusal);
    }

    void allow(Endpoint endpoint) {
        refusals.remove(endpoint);
    }

    Optional<Refusal> refusal(Endpoint endpoint) {
        return Optional.ofNullable(refusals.get(endpoint));
    }

    void accept(@Nullable String onlyThisToken) {
        token = onlyThisToken;
        tokensRejected = false;
    }

    void rejectTokens() {
        tokensRejected = true;
    }

    /** Whether this request may come in: by the header or the parameter of the query. */
    boolean letsIn(Request request) {
        String wanted = token;
        return !tokensRejected
                && (wanted == null
                        || wanted.equals(request.headers().get("X-Plex-Token"))
                        || wanted.equals(request.url().queryParameter("X-Plex-Token")));
    }

    void ponged(String payload) {
        pongs.offer(payload);
    }

    List<String> pongsHeard() {
        return new ArrayList<>(pongs);
    }
}
