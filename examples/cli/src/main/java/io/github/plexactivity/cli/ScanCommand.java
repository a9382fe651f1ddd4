package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityHandle;
import io.github.plexactivity.ActivityInterceptor;
import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.ActivityFilter;
import io.github.plexactivity.model.ConnectionState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.Response;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "scan",
        header = "Has a library section scanned for new files.",
        description = {
            "",
            "With --wait it ends when the scan does, with the exit codes of 'wait'. A server's answer usually does not"
                    + " say which activity the scan is: it is the first scan of this section that is seen to begin"
                    + " after the request."
        },
        footer = {"  plex-activities scan 3", "  plex-activities scan 3 --wait --timeout 30m && echo scanned"})
final class ScanCommand implements Callable<Integer> {
    private static final String TYPE = "library.update.section";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Option(names = "--wait", description = "Wait until the scan is over.")
    private boolean waits;

    @Mixin
    private AwaitOptions await;

    @Option(
            names = "--seen-within",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "With --wait: how long the scan may take to be seen. One that is over within a second may"
                    + " never be: then the exit code is 4. ${DEFAULT-VALUE} unless said otherwise.")
    private Duration seenWithin;

    @Mixin
    private TransportOption transport;

    @Parameters(paramLabel = "SECTION", description = "The id of the section, as in /library/sections/3.")
    private String section;

    @Override
    public Integer call() throws Exception {
        if (!section.matches("[0-9A-Za-z_-]+")) {
            throw new ParameterException(spec.commandLine(), "SECTION is the id of a section, usually a number");
        }
        if (!waits) {
            refuseWhatGoesWithWaiting();
            ask().close();
            spec.commandLine().getOut().println("The scan of section " + section + " was asked for.");
            return Exit.DONE;
        }
        ActivityMonitor monitor = transport.of(server.monitor()).build();
        try (Awaiting awaiting = new Awaiting(monitor, await, server.aboutTheToken(), spec.commandLine())) {
            return askAndWait(awaiting);
        }
    }

    /** Without this a forgotten --wait would look like a scan that is done. */
    private void refuseWhatGoesWithWaiting() {
        Stream.of("--timeout", "--seen-within", "--transport")
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(spec.commandLine(), option + " goes with --wait");
                });
    }

    private int askAndWait(Awaiting awaiting) throws Exception {
        ActivityMonitor monitor = awaiting.monitor();
        awaiting.open();
        ActivityFilter scans = ActivityFilter.type(TYPE).and(ActivityFilter.section(section));
        monitor.activities().values().stream()
                .filter(scans)
                .forEach(scan -> awaiting.note("Runs already, and is not waited for: " + Awaiting.named(scan)));
        CompletableFuture<ActivityHandle> next = monitor.trackNext(scans);
        try (Response response = ask(monitor.interceptor())) {
            Optional<ActivityHandle> named = ActivityInterceptor.handleOf(response);
            return awaiting.end(named.map(CompletableFuture::completedFuture).orElseGet(() -> seen(monitor, next)));
        }
    }

    private CompletableFuture<ActivityHandle> seen(ActivityMonitor monitor, CompletableFuture<ActivityHandle> next) {
        CompletableFuture<ActivityHandle> unseen = new CompletableFuture<>();
        expire(monitor, unseen);
        return next.applyToEither(unseen, handle -> handle);
    }

    /** While there is no connection nothing can be seen, and that says nothing. */
    private void expire(ActivityMonitor monitor, CompletableFuture<ActivityHandle> unseen) {
        CompletableFuture.delayedExecutor(seenWithin.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (monitor.status().state() == ConnectionState.CONNECTED) {
                        unseen.completeExceptionally(new Stop(
                                Exit.UNKNOWN,
                                "The server accepted, but no scan of section " + section
                                        + " was seen to begin within " + DurationWords.of(seenWithin)
                                        + ": it was too short to be seen, or one that ran already did the work."));
                    } else if (monitor.status().state() != ConnectionState.CLOSED) {
                        expire(monitor, unseen);
                    }
                });
    }

    private Response ask(Interceptor... interceptors) throws Stop {
        try {
            Response response = PlexClient.with(interceptors)
                    .newCall(server.client()
                            .to("library/sections/" + section + "/refresh")
                            .build())
                    .execute();
            if (!response.isSuccessful()) {
                response.close();
                throw declined(response.code());
            }
            return response;
        } catch (IOException e) {
            throw new Stop(
                    Exit.NO_CONNECTION, "No connection: the scan could not be asked for (" + e.getMessage() + ")");
        }
    }

    private Stop declined(int status) throws Stop {
        return switch (status) {
            case 401, 403 ->
                new Stop(
                        Exit.REFUSED,
                        "This token may not scan (" + status + "): use the owner's" + server.aboutTheToken() + ".");
            case 404 -> new Stop(Exit.DECLINED, "The server knows no section " + section + " (404).");
            default -> new Stop(Exit.DECLINED, "The server declines to scan: it answered " + status + ".");
        };
    }
}
