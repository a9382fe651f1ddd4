package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.wire.Known;
import io.github.plexactivity.internal.wire.SnapshotDecoder;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests, as the server answers them. An answer tells how things stood when the request arrived. */
final class SimulatedApi implements ActivitiesApi {

    private static final Failure CLOSED = Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Closed());

    private static final List<Job.Fate> ENDS = List.of(Job.Fate.FINISHED, Job.Fate.INTERRUPTED, Job.Fate.INDETERMINATE);

    private static final List<String> GARBAGE = List.of(
            "",
            "[]",
            "null",
            "{",
            "{}",
            "<",
            "<MediaContainer size=\"1\"/>",
            "\u0000\u0001\uFFFD",
            "{\"MediaContainer\":[]}",
            "{\"MediaContainer\":{\"size\":\"many\",\"Activity\":[]}}",
            "[".repeat(5_000));

    private final World world;
    private final Jobs jobs;
    private final Workday workday;
    private final long timeout;
    private final Rate asked;
    private final Lists lists;
    private Known known = uuid -> null;
    private final Map<String, CompletableFuture<CancelResult>> cancels = new LinkedHashMap<>();
    private final Map<String, Set<CancelResult>> answers = new HashMap<>();
    private Optional<CompletableFuture<Listing>> listing = Optional.empty();
    private List<Activity> latestRows = List.of();
    private @Nullable Listing latest;
    private boolean closed;

    /**
     * No request yet.
     *
     * @param timeout after which the client gives a request up
     */
    SimulatedApi(World world, Workday workday, long timeout, Rate asked, Lists lists) {
        this.world = world;
        this.jobs = world.jobs();
        this.workday = workday;
        this.timeout = timeout;
        this.asked = asked;
        this.lists = lists;
    }

    boolean isListing() {
        return listing.isPresent();
    }

    boolean isCancelUnderWay(String uuid) {
        return cancels.containsKey(uuid);
    }

    /** Whether a cancellation of this activity was ever answered so. */
    boolean hasAnswered(String uuid, CancelResult result) {
        return answers.getOrDefault(uuid, Set.of()).contains(result);
    }

    @Override
    public CompletableFuture<Listing> list(Known known) {
        this.known = known;
        asked.another();
        world.ledger().require(!closed, "a list was asked for after close()");
        world.ledger().require(listing.isEmpty(), "two lists are under way at once");
        CompletableFuture<Listing> answer = new CompletableFuture<>();
        listing = Optional.of(answer);
        long now = world.time().nanos();
        world.time().after(world.latency(), () -> list(answer, now));
        return answer;
    }

    private void list(CompletableFuture<Listing> answer, long since) {
        if (answer.isDone()) {
            return; // Whoever asked is gone, and what it might have been shown is no list that anybody saw.
        }
        Fault fault = world.weather().of(Transport.POLLING, world.token().get());
        if (fault != Fault.NONE) {
            world.ledger().happened(Happening.of("LIST", fault));
        }
        Listing listed = fault.failure("GET /activities", world.weather().retryAfter())
                .<Listing>map(Listing.Unlisted::new)
                .orElseGet(() -> fault == Fault.HANGING ? late("GET /activities") : read(fault));
        world.time().after(delay(fault), () -> answered(answer, listed, since));
    }

    private long delay(Fault fault) {
        return fault == Fault.HANGING ? timeout : Math.min(timeout, world.latency());
    }

    private void answered(CompletableFuture<Listing> answer, Listing listed, long since) {
        if (!answer.isDone()) {
            listing = Optional.empty();
            world.ledger().note("LIST", () -> shown(listed));
            lists.answer(listed, since, () -> answer.complete(listed));
        }
    }

    private static Object shown(Listing listed) {
        return listed instanceof Listing.Listed good
                ? good.snapshot().rows().values().stream()
                        .map(ActivityText::shortly)
                        .toList()
                : ((Listing.Unlisted) listed).failure().error();
    }

    private static Listing late(String request) {
        return new Listing.Unlisted(Fault.disconnected(request + ": no answer came in time"));
    }

    private Listing read(Fault fault) {
        if (fault.isOfTheBody()) {
            Listing listed = decoded(spoiled(fault, jobs.rows()));
            world.ledger().require(listed instanceof Listing.Unlisted, "taken for a list: " + fault);
            return listed;
        }
        List<Activity> rows = rows();
        if (latest == null || !rows.equals(latestRows)) {
            latestRows = rows;
            latest = decoded(ActivityText.list(rows));
            world.ledger().require(latest instanceof Listing.Listed, "not taken for a list: " + rows);
        }
        return latest;
    }

    private List<Activity> rows() {
        double lag = world.weather().lag();
        if (lag == 0) {
            return jobs.rows(world.weather().omission());
        }
        world.ledger().happened(Happening.LIST_LAGS);
        return jobs.rowsAt(world.time().nanos() - VirtualTime.seconds(lag));
    }

    private String spoiled(Fault fault, List<Activity> rows) {
        String text = ActivityText.list(rows);
        return switch (fault) {
            case CUT_SHORT -> text.substring(0, world.dice().below(text.length() - 1));
            case INCOMPLETE -> text.replaceFirst("\"size\":\\d+", "\"size\":" + (rows.size() + 1));
            default -> world.dice().oneOf(GARBAGE);
        };
    }

    private Listing decoded(String text) {
        try {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            return new Listing.Listed(new SnapshotDecoder(known).decode(new ByteArrayInputStream(body), 1_000));
        } catch (MonitorException.Malformed e) {
            return new Listing.Unlisted(Failure.of(Failure.Kind.REJECTED, e));
        } catch (IOException e) {
            return new Listing.Unlisted(Failure.disconnected("GET /activities", e));
        }
    }

    @Override
    public CompletableFuture<CancelResult> cancel(String uuid) {
        world.ledger().require(!closed, "a cancellation was sent after close()");
        world.ledger().require(!cancels.containsKey(uuid), "one activity is cancelled twice at once");
        CompletableFuture<CancelResult> answer = new CompletableFuture<>();
        cancels.put(uuid, answer);
        world.time().after(world.latency(), () -> cancel(uuid, answer));
        return answer;
    }

    private void cancel(String uuid, CompletableFuture<CancelResult> answer) {
        Fault fault = world.weather().of(Transport.POLLING, world.token().get());
        Job job = jobs.find(uuid);
        Optional<CancelResult> result = switch (fault) {
            case DOWN, HANGING, BUSY, OVERLOADED -> Optional.empty();
            case UNAUTHORIZED, FORBIDDEN -> Optional.of(CancelResult.FORBIDDEN);
            case MISSING -> Optional.of(CancelResult.NOT_FOUND);
            default ->
                Optional.of(
                        job == null || job.isOver()
                                ? CancelResult.NOT_FOUND
                                : job.now().cancellable() ? CancelResult.ACCEPTED : CancelResult.NOT_CANCELLABLE);
        };
        count(fault);
        if (job != null && result.equals(Optional.of(CancelResult.ACCEPTED))) {
            accept(job);
        }
        world.time().after(delay(fault), () -> answered(uuid, answer, result));
    }

    private void count(Fault fault) {
        switch (fault) {
            case DOWN, HANGING, MISSING, UNAUTHORIZED, BUSY -> world.ledger().happened(Happening.of("CANCEL", fault));
            default -> {}
        }
    }

    private void accept(Job job) {
        job.acceptCancel();
        if (world.dice().chance(0.8)) {
            world.time()
                    .after(world.latency(), () -> workday.end(job, world.dice().oneOf(ENDS)));
        } else {
            world.ledger().happened(Happening.CANCEL_ACCEPTED_AND_IGNORED);
        }
    }

    private void answered(String uuid, CompletableFuture<CancelResult> answer, Optional<CancelResult> result) {
        if (cancels.remove(uuid, answer)) {
            world.ledger().note("CANCEL", () -> uuid + " " + result);
            result.ifPresentOrElse(
                    given -> {
                        answers.computeIfAbsent(uuid, key -> EnumSet.noneOf(CancelResult.class))
                                .add(given);
                        answer.complete(given);
                    },
                    () -> answer.completeExceptionally(new MonitorException.Disconnected("DELETE: no answer", null)));
        }
    }

    @Override
    public void close() {
        closed = true;
        listing.ifPresent(answer -> answer.complete(new Listing.Unlisted(CLOSED)));
        List<CompletableFuture<CancelResult>> underWay = List.copyOf(cancels.values());
        cancels.clear();
        underWay.forEach(answer -> answer.completeExceptionally(CLOSED.error()));
        listing = Optional.empty();
    }
}
