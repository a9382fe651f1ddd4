package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.kafka.Kafka;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker of Kafka that is its own controller, in this process, with its files in a directory; for loopback alone. */
public final class Broker implements AutoCloseable {
    private final Path files;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private Broker(Path files, int port, int controllerPort) {
        this.files = files;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Formats the directory and starts on free ports.
     *
     * @param files an empty directory
     * @return a running broker
     */
    public static Broker start(Path files) {
        int[] ports = freePorts();
        Broker broker = new Broker(files, ports[0], ports[1]);
        broker.format();
        broker.start();
        return broker;
    }

    /** Both at once, so that they differ. */
    private static int[] freePorts() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format() {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(files.toString())
                    .addDirectory(files.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("the broker's directory cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Starts it again, where it was. */
    public void start() {
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties()), Time.SYSTEM);
        server.startup();
    }

    private java.util.Properties properties() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", 1);
        settings.put("log.dirs", files);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("group.initial.rebalance.delay.ms", 0);
        settings.put("group.min.session.timeout.ms", 1_000);
        settings.put("auto.create.topics.enable", false);
        settings.put("log.cleaner.dedupe.buffer.size", 8 * 1024 * 1024);
        java.util.Properties properties = new java.util.Properties();
        settings.forEach((name, value) -> properties.put(name, value.toString()));
        return properties;
    }

    /** {@return how to reach it} */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** {@return it, for the clients of a worker that is given up after three seconds} */
    public Kafka kafka() {
        return new Kafka(bootstrap(), Map.of("session.timeout.ms", "3000", "heartbeat.interval.ms", "500"));
    }

    /** Stops it; its files stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }
}
