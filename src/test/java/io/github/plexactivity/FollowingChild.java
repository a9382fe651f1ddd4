package io.github.plexactivity;

import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityListener;
import io.github.plexactivity.model.ConnectionState;
import io.github.plexactivity.model.ConnectionStatus;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Transport;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that follows a server in a process of its own, says what it is told in UTF-8, a line each, and does what it
 * is asked to on its standard input: it takes all file descriptors, gives them back, or ends.
 */
final class FollowingChild implements ActivityListener {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<InputStream> taken = new ArrayList<>();

    /** The server, and the transports in order of preference. */
    public static void main(String[] arguments) throws IOException {
        Transport[] transports = new Transport[arguments.length - 1];
        for (int i = 0; i < transports.length; i++) {
            transports[i] = Transport.valueOf(arguments[i + 1]);
        }
        FollowingChild child = new FollowingChild();
        try (ActivityMonitor monitor =
                Quick.monitor(URI.create(arguments[0])).transports(transports).build()) {
            monitor.listen(child);
            monitor.start();
            for (int command = System.in.read(); command > 0 && command != 'x'; command = System.in.read()) {
                child.obey(command);
            }
        }
        child.out.println("closed");
    }

    private void obey(int command) throws IOException {
        if (command == 't') {
            takeAll();
        } else if (command == 'g') {
            for (InputStream each : taken) {
                each.close();
            }
            taken.clear();
        }
    }

    private void takeAll() throws IOException {
        out.println("taking");
        try {
            while (true) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            out.println("taken " + !taken.isEmpty());
        }
    }

    @Override
    public void onStarted(Activity activity) {
        say("started", activity);
    }

    @Override
    public void onProgress(Activity previous, Activity current) {
        say("progress", current);
    }

    @Override
    public void onEnded(Ending ending) {
        say("ended " + ending.outcome(), ending.activity());
    }

    private void say(String what, Activity activity) {
        out.println(what + " " + activity.type() + " " + activity.title() + " "
                + activity.progress().orElse(-1) + " " + activity.context());
    }

    @Override
    public void onSynchronized(Map<String, Activity> activities) {
        out.println("synchronized " + activities.size());
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        Optional<String> error = status.lastError().map(Throwable::getMessage);
        String by = status.state() == ConnectionState.CONNECTED
                ? " " + status.transport().orElseThrow()
                : "";
        out.println("connection " + status.state() + by
                + error.map(each -> ": " + each).orElse(""));
    }
}
