package io.github.plexactivity.proxies;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.plexactivity.Quick;
import io.github.plexactivity.testkit.FakePlexServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A proxy before a server: a child process in a directory of its own, which goes with it. */
final class RunningProxy implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Setup setup;
    private final FakePlexServer server;
    private final Path directory;

    /** Keeps its port from everybody else, while it starts and while it is down: bound, and never listening. */
    private final Socket port = new Socket();

    private Process process;

    private RunningProxy(Setup setup, FakePlexServer server) throws IOException {
        this.setup = setup;
        this.server = server;
        port.setReuseAddress(true); // as all of them do: they may have it beside this one
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.directory = Files.createTempDirectory("proxy-");
        this.process = launched();
    }

    /** Returns once it takes connections. */
    static RunningProxy start(Setup setup, FakePlexServer server) throws IOException {
        RunningProxy proxy = new RunningProxy(setup, server);
        Quick.until(() -> !proxy.process.isAlive() || proxy.takesConnections());
        if (proxy.process.isAlive()) {
            return proxy;
        }
        String said = proxy.said();
        proxy.close();
        throw new AssertionError(setup.file() + " does not run: " + said);
    }

    /** Where the server is for those before the proxy. */
    URI uri() {
        String origin = setup.isTls() ? "https://" + Certificates.HOST : "http://localhost";
        return URI.create(origin + ":" + port.getLocalPort() + setup.path());
    }

    /** Puts an empty file where its configuration looks for one. */
    void put(String file) throws IOException {
        Files.createFile(directory.resolve(file));
    }

    /** Takes it away again. */
    void remove(String file) throws IOException {
        Files.delete(directory.resolve(file));
    }

    /** Goes down, and with it all connections. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Comes up again where it was. */
    void startAgain() throws IOException {
        process = launched();
        Quick.until(this::takesConnections);
    }

    @Override
    public void close() throws IOException {
        stop();
        port.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Process launched() throws IOException {
        Certificates.write(directory);
        Files.writeString(directory.resolve("frame.conf"), setup.frame());
        Files.writeString(directory.resolve("site.conf"), here(setup.text()));
        return setup.program().start(directory, output());
    }

    /** The configuration with the addresses and the folder of this test in the place of those people would write. */
    private String here(String text) {
        return text.replace("127.0.0.1:32400", "127.0.0.1:" + server.port())
                .replace(":8080", ":" + port.getLocalPort())
                .replace("/etc/proxy/", directory + "/");
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.getLocalPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Path output() {
        return directory.resolve("output.log");
    }

    private String said() throws IOException {
        return String.join("\n", Files.readAllLines(output()));
    }
}
