package io.github.plexactivity.simulation;

import io.github.plexactivity.internal.core.Failure;
import io.github.plexactivity.internal.core.Listing;
import io.github.plexactivity.internal.transport.ActivitiesApi;
import io.github.plexactivity.internal.wire.SnapshotDecoder;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.model.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests, as the server answers them. An answer tells how things stood when the request arrived. */
final class SimulatedApi implements ActivitiesApi {

    private static final Failure CLOSED = Failure.of(Failure.Kind.TRANSIENT, new MonitorException.Closed());

    private static final List<Job.Fate> ENDS = List.of(Job.Fate.FINISHED, Job.Fate.INTERRUPTED, Job.Fate.INDETERMINATE);

    private final World world;
    private final Jobs jobs;
    private final long timeout;
    private final Rate lists;
    private final SnapshotDecoder decoder = new SnapshotDecoder();
    private final Map<String, CompletableFuture<CancelResult>> cancels = new LinkedHashMap<>();
    private Optional<CompletableFuture<Listing>> listing = Optional.empty();
    private boolean closed;
    private long good;
    private long bad;

    /**
     * No request yet.
     *
     * @param timeout after which the client gives a request up
     */
    SimulatedApi(World world, Jobs jobs, long timeout, Rate lists) {
        this.world = world;
        this.jobs = jobs;
        this.timeout = timeout;
        this.lists = lists;
    }

    boolean isListing() {
        return listing.isPresent();
    }

    boolean isCancelUnderWay(String uuid) {
        return cancels.containsKey(uuid);
    }

    /** How many lists were read, and how many could not be. */
    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    @Override
    public CompletableFuture<Listing> list() {
        lists.another();
        world.ledger().require(!closed, "a list was asked for after close()");
        world.ledger().require(listing.isEmpty(), "two lists are under way at once");
        CompletableFuture<Listing> answer = new CompletableFuture<>();
        listing = Optional.of(answer);
        world.time().after(world.latency(), () -> list(answer));
        return answer;
    }

    private void list(CompletableFuture<Listing> answer) {
        Fault fault = world.weather().of(Transport.POLLING, world.token().get());
        Listing listed = fault.failure("GET /activities", world.weather().retryAfter())
                .<Listing>map(Listing.Unlisted::new)
                .orElseGet(() -> fault == Fault.HANGING ? late("GET /activities") : read(fault));
        world.time().after(delay(fault), () -> answered(answer, listed));
    }

    private long delay(Fault fault) {
        return fault == Fault.HANGING ? timeout : Math.min(timeout, world.latency());
    }

    private void answered(CompletableFuture<Listing> answer, Listing listed) {
        if (!answer.isDone()) {
            listing = Optional.empty();
            boolean whole = listed instanceof Listing.Listed;
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
            world.ledger().note("LIST", () -> shown(listed));
            answer.complete(listed);
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
        boolean broken = fault == Fault.CUT_SHORT || fault == Fault.INCOMPLETE;
        Collection<Activity> rows =
                broken ? jobs.rows() : jobs.rows(world.weather().omission());
        String text = ActivityText.list(rows);
        if (fault == Fault.CUT_SHORT) {
            text = text.substring(0, world.dice().below(text.length() - 1));
        } else if (fault == Fault.INCOMPLETE) {
            text = text.replaceFirst("\"size\":\\d+", "\"size\":" + (rows.size() + 1));
        }
        try {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            return new Listing.Listed(decoder.decode(new ByteArrayInputStream(body), 1_000));
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
        CancelResult result = fault == Fault.UNAUTHORIZED || fault == Fault.FORBIDDEN
                ? CancelResult.FORBIDDEN
                : job == null || job.isOver()
                        ? CancelResult.NOT_FOUND
                        : job.now().cancellable() ? CancelResult.ACCEPTED : CancelResult.NOT_CANCELLABLE;
        boolean lost = fault == Fault.DOWN || fault == Fault.HANGING;
        if (!lost && job != null && result == CancelResult.ACCEPTED) {
            job.acceptCancel();
            if (world.dice().chance(0.8)) {
                world.time()
                        .after(world.latency(), () -> jobs.end(job, world.dice().oneOf(ENDS)));
            }
        }
        world.time().after(delay(fault), () -> answered(uuid, answer, lost ? null : result));
    }

    private void answered(String uuid, CompletableFuture<CancelResult> answer, @Nullable CancelResult result) {
        if (cancels.remove(uuid, answer)) {
            world.ledger().note("CANCEL", () -> uuid + " " + result);
            if (result == null) {
                answer.completeExceptionally(new MonitorException.Disconnected("DELETE: no answer", null));
            } else {
                answer.complete(result);
            }
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
