package io.github.plexactivity.cli;

import io.github.plexactivity.terminal.Watch;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "watch",
        header = "Shows what the server is busy with, live, until Ctrl-C.",
        description = {
            "",
            "In a terminal each activity is a bar, and the state of the connection stands below; what ended stands"
                    + " above, with how that is known. Elsewhere each change is a line. A connection that is lost is"
                    + " told, and made again."
        },
        footer = {
            "  plex-activities watch --type 'library.*'",
            "  plex-activities watch --json | jq -r 'select(.change == \"ended\") | .title'"
        })
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private TransportOption transport;

    @Mixin
    private DisplayOptions display;

    @Override
    public Integer call() throws Exception {
        try (Watch watch = new Watch(transport.of(server.monitor()), display.display(), filter.filter(), "")) {
            watch.start(server.aboutTheToken());
            new CountDownLatch(1).await();
        }
        return Exit.DONE;
    }
}
