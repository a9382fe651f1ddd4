package io.github.plexactivity.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long to wait. */
final class AwaitOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Give up after 90s, 5m or 1h30m, with exit code 124. Without it there is no limit.")
    Duration timeout;
}
