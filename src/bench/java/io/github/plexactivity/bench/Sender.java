package io.github.plexactivity.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The server that all pipelines read from, a process of its own. It sends bytes made beforehand and does nothing else
 * while it sends. Commands come a line at a time, and each is answered by a line when it is done:
 *
 * <ul>
 *   <li>{@code load <wire> <activities> <one in> <file of times>}: what is sent from now on, to streams opened from now on;
 *   <li>{@code streams}: how many are open;
 *   <li>{@code burst <events>}: as fast as the slowest reader takes them;
 *   <li>{@code pace <events> <a second>}: each written for itself when its time has come, and that time noted;
 *   <li>{@code requests}: connections taken and requests answered, and forgets them.
 * </ul>
 */
public final class Sender {

    private static final long HEARTBEAT_SECONDS = 10;

    private final ServerSocket server;
    private final Traffic traffic = new Traffic();
    private final Visitors visitors = new Visitors(traffic);

    private Sender() throws IOException {
        server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
    }

    /** Runs until its input ends. */
    public static void main(String[] args) throws IOException {
        new Sender().run();
    }

    private void run() throws IOException {
        daemon(this::accept).start();
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(Sender::daemon);
            heart.scheduleAtFixedRate(traffic::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            System.out.println(server.getLocalPort());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(answer(line.split(" ", -1)));
            }
            heart.shutdownNow();
        }
        server.close();
    }

    private String answer(String[] words) throws IOException {
        switch (words[0]) {
            case "load" -> traffic.load(Load.parse(words, 1), Path.of(words[4]));
            case "streams" -> {
                return String.valueOf(traffic.streams());
            }
            case "burst" -> traffic.burst(Long.parseLong(words[1]));
            case "pace" -> traffic.pace(Long.parseLong(words[1]), Long.parseLong(words[2]));
            case "requests" -> {
                return visitors.counted();
            }
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        }
        return "done";
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> visitors.serve(socket)).start();
            }
        } catch (IOException e) {
            // Closed: the run is over.
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(null, task, "sender", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }
}
