package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.Transport;
import io.github.plexactivity.terminal.Opening;
import io.github.plexactivity.terminal.Screen;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        header = "Lists what runs now.",
        description = {
            "",
            "A table, cut to the terminal's width; nothing is cut where the output goes elsewhere. The uuid is what"
                    + " 'wait' and 'cancel' take. A token that is not the owner's may see only its own activities, or"
                    + " none."
        },
        footer = {"  plex-activities list", "  plex-activities list --json --section 3 | jq -r .uuid"})
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Mixin
    private FilterOptions filter;

    @Option(names = "--json", description = "One JSON object per activity.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Activity> running = running();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            for (Activity activity : running) {
                out.println(Rows.json(activity));
            }
        } else if (running.isEmpty()) {
            spec.commandLine().getErr().println("Nothing runs" + (filter.isGiven() ? " that matches." : "."));
        } else {
            out.print(Rows.table(
                    running,
                    Screen.width().orElse(Integer.MAX_VALUE),
                    spec.commandLine().getColorScheme()));
        }
        return Exit.DONE;
    }

    private List<Activity> running() throws Exception {
        try (ActivityMonitor monitor =
                server.monitor().transports(Transport.POLLING).build()) {
            Opening.begin(monitor).get();
            return monitor.activities().values().stream()
                    .filter(filter.filter())
                    .sorted(Comparator.comparing(Activity::type)
                            .thenComparing(Activity::title)
                            .thenComparing(Activity::uuid))
                    .toList();
        } catch (ExecutionException failed) {
            throw Opening.sentence(failed.getCause(), server.aboutTheToken());
        }
    }
}
