package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "wait",
        header = "Waits until an activity is over; the exit code says how it ended.",
        description = {
            "",
            "Which one is said by its uuid, or by --type and --section: then it is the first that matches, one that"
                    + " runs already or else the next to begin. It ends with 0 if the activity completed, 3 if it was"
                    + " cancelled or broke off, 4 if nothing tells how it ended, 124 if --timeout came first.",
            "",
            "A server never says why an activity ended: completed is what ended at 100 %%. An end that happened while"
                    + " the connection was lost is found by comparing lists, and is unknown. What is lost and made"
                    + " again meanwhile is told on standard error."
        },
        footer = {
            "  plex-activities wait 40874a0a-9558-4554-b070-0dae4e2f5b9c",
            "  plex-activities wait --type library.update.section --section 3 --timeout 30m",
            "  plex-activities wait --next --type 'grabber.*' && notify-send Recorded"
        })
final class WaitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Mixin
    private FilterOptions filter;

    @Option(names = "--next", description = "Not one that runs already: the next to begin.")
    private boolean next;

    @Mixin
    private AwaitOptions await;

    @Mixin
    private TransportOption transport;

    @Parameters(arity = "0..1", paramLabel = "UUID", description = "What 'list' shows in the first column.")
    private String uuid;

    @Override
    public Integer call() throws Exception {
        if (uuid == null && !filter.isGiven()) {
            throw new ParameterException(spec.commandLine(), "Say what to wait for: a UUID, or --type or --section");
        }
        if (uuid != null && (filter.isGiven() || next)) {
            throw new ParameterException(
                    spec.commandLine(), "A UUID says it all: it goes with neither --type nor --section nor --next");
        }
        ActivityMonitor monitor = transport.of(server.monitor()).build();
        try (Awaiting awaiting = new Awaiting(monitor, await, server.aboutTheToken(), spec.commandLine())) {
            return uuid != null ? byUuid(awaiting) : byFilter(awaiting, filter.filter());
        }
    }

    private int byUuid(Awaiting awaiting) throws Exception {
        ActivityHandle handle = handle(awaiting.monitor());
        awaiting.open();
        new Sought(handle, awaiting).requireThatItRuns();
        return awaiting.end(CompletableFuture.completedFuture(handle));
    }

    private ActivityHandle handle(ActivityMonitor monitor) throws Stop {
        try {
            return monitor.track(uuid);
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "That is no uuid; 'list' shows what runs.");
        }
    }

    private int byFilter(Awaiting awaiting, ActivityFilter wanted) throws Exception {
        CompletableFuture<ActivityHandle> handle = next ? awaiting.monitor().trackNext(wanted) : awaiting.first(wanted);
        awaiting.open();
        if (next || awaiting.monitor().activities().values().stream().noneMatch(wanted)) {
            awaiting.note("Waiting for one to begin.");
        }
        return awaiting.end(handle);
    }
}
