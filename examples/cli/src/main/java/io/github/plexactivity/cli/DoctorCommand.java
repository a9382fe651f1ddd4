package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        header = "Finds out why following a server does not work, and says what to do.",
        description = {
            "",
            "Whether the server is there, whether the token may list what runs, whether server-sent events and a"
                    + " WebSocket come through with their heartbeat, and whether a proxy holds them back. It changes"
                    + " nothing. It shows most while something runs: have a section scanned meanwhile. Exit code 9"
                    + " says that something does not work, even where another way does."
        },
        footer = {"  plex-activities doctor", "  plex-activities doctor --server https://plex.example.org --for 1m"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "25s",
            description = "How long to listen; a server's heart beats every 10 or 15 s. ${DEFAULT-VALUE} unless said"
                    + " otherwise.")
    private Duration time;

    private FindingLines lines;

    @Override
    public Integer call() throws Exception {
        lines = FindingLines.forOutput();
        List<Finding> findings = new ArrayList<>();
        Reach reach = new Reach(server.client(), server.aboutTheToken());
        findings.add(tell(reach.server()));
        if (!findings.get(0).isBad()) {
            findings.add(tell(reach.list()));
            spec.commandLine().getErr().println("Listening for " + DurationWords.of(time) + " ...");
            CompletableFuture<Finding> events =
                    beside(() -> new EventSourceCheck(reach.proxy()).after(monitor(), idle(), time));
            CompletableFuture<Finding> messages =
                    beside(() -> new WebSocketCheck(reach.proxy()).after(monitor(), upgrade(), time));
            findings.add(tell(events.get()));
            findings.add(tell(messages.get()));
        }
        spec.commandLine().getOut().println(conclusion(findings));
        return findings.stream().anyMatch(Finding::isBad) ? Exit.UNWELL : Exit.DONE;
    }

    private ActivityMonitor.Builder monitor() throws Stop {
        return server.monitor();
    }

    private Request idle() throws Stop {
        return server.client().idleEvents();
    }

    private Request upgrade() throws Stop {
        return server.client().to(":/websockets/notifications").build();
    }

    private Finding tell(Finding finding) {
        spec.commandLine().getOut().print(lines.of(finding));
        spec.commandLine().getOut().flush();
        return finding;
    }

    private static String conclusion(List<Finding> findings) {
        List<String> works = findings.stream()
                .filter(finding -> !finding.isBad())
                .map(Finding::what)
                .toList();
        if (works.contains(EventSourceCheck.NAME)) {
            return "A monitor hears of this server by server-sent events.";
        }
        if (works.contains(WebSocketCheck.NAME)) {
            return "A monitor hears of this server by WebSocket.";
        }
        return works.contains(Reach.LIST)
                ? "A monitor has to poll this server: changes show after seconds, and short activities never."
                : "A monitor cannot follow this server.";
    }

    private static <T> CompletableFuture<T> beside(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Exception e) {
                        result.completeExceptionally(e);
                    }
                },
                "doctor");
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
