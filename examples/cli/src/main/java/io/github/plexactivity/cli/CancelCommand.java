package io.github.plexactivity.cli;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.model.CancelResult;
import io.github.plexactivity.model.MonitorException;
import io.github.plexactivity.terminal.Words;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "cancel",
        header = "Asks the server to cancel an activity.",
        description = {
            "",
            "What the server accepted is not over yet: 'wait' tells how it ends. Only what 'list' shows as"
                    + " cancellable can be cancelled; scans usually cannot."
        },
        footer = {"  plex-activities cancel 40874a0a-9558-4554-b070-0dae4e2f5b9c"})
final class CancelCommand implements Callable<Integer> {
    /** What would lead to another address. */
    private static final String DOTS = "(\\.|%2[eE])+";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Parameters(paramLabel = "UUID", description = "What 'list' shows in the first column.")
    private String uuid;

    @Override
    public Integer call() throws Exception {
        return switch (ask()) {
            case ACCEPTED -> {
                spec.commandLine().getOut().println("The server accepted; it may go on for a moment.");
                yield Exit.DONE;
            }
            case NOT_CANCELLABLE ->
                throw new Stop(Exit.DECLINED, "The server says that this activity cannot be cancelled.");
            case NOT_FOUND ->
                throw new Stop(Exit.DECLINED, "Nothing with this uuid runs; it may be over. 'list' shows what runs.");
            case FORBIDDEN ->
                throw new Stop(
                        Exit.REFUSED, "This token may not cancel it: use the owner's" + server.aboutTheToken() + ".");
        };
    }

    private CancelResult ask() throws Exception {
        if (uuid.matches(DOTS)) {
            throw new Stop(Exit.USAGE, "That is no uuid; 'list' shows what runs.");
        }
        try (ActivityMonitor monitor = server.monitor().build()) {
            return monitor.track(uuid).cancel().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MonitorException.Rejected rejected) {
                throw new Stop(Exit.DECLINED, "The server declines: " + Words.reason(rejected));
            }
            if (failed.getCause() instanceof MonitorException known) {
                throw new Stop(Exit.NO_CONNECTION, "No connection: " + Words.reason(known));
            }
            throw failed;
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, "That is no uuid; 'list' shows what runs.");
        }
    }
}
