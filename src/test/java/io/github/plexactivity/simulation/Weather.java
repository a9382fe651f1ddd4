package io.github.plexactivity.simulation;

import io.github.plexactivity.model.Transport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes wrong at present on the way to each transport, {@code POLLING} standing for all plain requests. */
final class Weather {

    private final Map<Transport, Fault> faults = new EnumMap<>(Transport.class);
    private Optional<Duration> retryAfter = Optional.empty();
    private double slowness = 0.05;
    private boolean settled;
    private double omission;
    private double lag;

    /** Which token the server lets in, and which one the client's supplier answers: null where it throws. */
    private String wanted = "token-0";

    private int tokens;

    private @Nullable String supplied = wanted;

    Fault of(Transport transport, @Nullable String token) {
        Fault fault = faults.getOrDefault(transport, Fault.NONE);
        return fault != Fault.DOWN && fault != Fault.HANGING && !wanted.equals(token) ? Fault.UNAUTHORIZED : fault;
    }

    void strikes(Transport transport, Fault fault) {
        if (!settled) {
            faults.put(transport, fault);
        }
    }

    void strikesAll(Fault fault) {
        for (Transport transport : Transport.values()) {
            strikes(transport, fault);
        }
    }

    void clears(Transport transport) {
        if (!settled) {
            faults.remove(transport);
        }
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    void asksToWait(Optional<Duration> wait) {
        if (!settled) {
            retryAfter = wait;
        }
    }

    /** At most how many seconds an answer takes. */
    double slowness() {
        return slowness;
    }

    void slows(double seconds) {
        if (!settled) {
            slowness = seconds;
        }
    }

    /** How likely the list leaves a row out. */
    double omission() {
        return omission;
    }

    void omits(double probability) {
        if (!settled) {
            omission = probability;
        }
    }

    /** How many seconds ago things stood as the list tells. */
    double lag() {
        return lag;
    }

    void lags(double seconds) {
        if (!settled) {
            lag = seconds;
        }
    }

    /** One that the server never wanted. */
    String anotherToken() {
        return "token-" + ++tokens;
    }

    void revokes(String nextToken) {
        if (!settled) {
            wanted = nextToken;
        }
    }

    void supplies(@Nullable String token) {
        if (!settled) {
            supplied = token;
        }
    }

    String token() {
        if (supplied == null) {
            throw new IllegalStateException("no token at present");
        }
        return supplied;
    }

    /** Fine from now on: what would strike later does not. */
    void heals() {
        faults.clear();
        retryAfter = Optional.empty();
        slowness = 0.3;
        omission = 0;
        lag = 0;
        supplied = wanted;
        settled = true;
    }

    /** Fine but for some faults, for as long as nothing else may strike. */
    void healsExcept(Fault fault, List<Transport> struck) {
        heals();
        struck.forEach(transport -> faults.put(transport, fault));
    }

    /** Anything may strike again. */
    void mayWorsen() {
        settled = false;
        faults.clear();
    }
}
