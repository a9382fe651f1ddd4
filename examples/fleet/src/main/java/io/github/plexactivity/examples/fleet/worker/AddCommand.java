package io.github.plexactivity.examples.fleet.worker;

import io.github.plexactivity.ActivityMonitor;
import io.github.plexactivity.examples.fleet.kafka.Unusable;
import io.github.plexactivity.examples.fleet.state.ServerRecord;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a server. */
@Command(name = "add", header = "Has a server followed, or followed at another address.")
public final class AddCommand implements Runnable {
    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Parameters(paramLabel = "URL", description = "Where it is, for example http://192.168.1.5:32400.")
    private String address;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description = "The name of the file, in the workers' directory of tokens, that holds its token.")
    private String token;

    @Override
    public void run() {
        // Rather now than in the log of whichever worker it is dealt to.
        if (!ServerRecord.isName(name)) {
            throw new Unusable("Not added: a server's name must not be blank, nor hold control characters.");
        }
        try (Registry registry = new Registry(kafka.kafka())) {
            ServerRecord record = new ServerRecord(URI.create(address), Optional.ofNullable(token));
            ActivityMonitor.builder(record.address());
            registry.add(name, record);
        } catch (IllegalArgumentException e) {
            throw new Unusable("Not added: the address is none, or the token is not named by a plain file name.", e);
        }
    }
}
