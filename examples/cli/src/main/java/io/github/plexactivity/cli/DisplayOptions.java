package io.github.plexactivity.cli;

import io.github.plexactivity.terminal.Display;
import io.github.plexactivity.terminal.JsonDisplay;
import io.github.plexactivity.terminal.PlainDisplay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How changes are shown. */
final class DisplayOptions {
    /** One of these, or neither. */
    static final class Form {
        @Option(names = "--plain", description = "One line per change, as whenever the output is no terminal.")
        private boolean plain;

        @Option(names = "--json", description = "One JSON object per change; all else goes to standard error.")
        private boolean json;
    }

    @ArgGroup
    private final Form form = new Form();

    Display display() {
        return form.json ? new JsonDisplay() : form.plain ? new PlainDisplay() : Display.best();
    }
}
