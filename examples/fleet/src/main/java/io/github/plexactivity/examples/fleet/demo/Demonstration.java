package io.github.plexactivity.examples.fleet.demo;

import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.worker.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A broker, two workers in processes of their own, and fake servers on which much happens; one worker is killed in the
 * middle of it, and in the end the log is put beside what really happened.
 */
final class Demonstration implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path files;
    private final Consumer<String> lines;
    private final Broker broker;
    private final FakeServers servers;
    private final Log log;
    private final WorkerProcess victim;
    private final WorkerProcess other;
    private final ScheduledExecutorService happenings = Executors.newSingleThreadScheduledExecutor();

    Demonstration(Path files, int count, long seed, Consumer<String> lines) throws IOException {
        this.files = files;
        this.lines = lines;
        lines.accept("Starting a broker, %d servers and two workers; seed %d.".formatted(count, seed));
        broker = Broker.start(files.resolve("kafka"));
        new Topics(broker.kafka()).create(PARTITIONS, 1, Map.of());
        servers = new FakeServers(count, seed);
        log = new Log(broker.kafka(), PARTITIONS);
        try (Registry registry = new Registry(broker.kafka())) {
            servers.register(registry);
        }
        victim = worker("worker-1");
        other = worker("worker-2");
    }

    private WorkerProcess worker(String name) throws IOException {
        Path properties = files.resolve("kafka.properties");
        Files.write(
                properties,
                broker.kafka().properties().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        return WorkerProcess.start(name, properties, broker.bootstrap(), lines);
    }

    /** Runs it. With so many things a second, and for so long before and after the hand-over. */
    Result run(int aSecond, Duration calm) throws InterruptedException, TimeoutException {
        await(
                "every server is followed",
                () -> servers.followed() == servers.names().size());
        happenings.scheduleAtFixedRate(servers::happen, 0, 1_000_000 / aSecond, TimeUnit.MICROSECONDS);
        await("both workers publish", () -> publishing() == 2);
        pause(calm);

        lines.accept("Killing " + victim.name() + ".");
        victim.kill();
        Gap gap = new Gap(servers);
        await("every server is followed again", gap::isOver);
        pause(calm);

        happenings.shutdown();
        happenings.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Instant still = Instant.now();
        waitFor(() -> verdict(gap).isGood());
        Duration settled = Duration.between(still, Instant.now());
        Optional<Long> memory = other.megabytes();
        // Ended in good order it has said all that it had to say.
        other.close();
        return new Result(servers.names().size(), gap, verdict(gap), settled, log.records(), bytes(), memory);
    }

    private Verdict verdict(Gap gap) {
        return Verdict.of(servers.lives(), log.readOn().stories(), Optional.of(gap));
    }

    private long publishing() {
        return log.readOn().stories().values().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .map(record -> record.worker())
                .distinct()
                .count();
    }

    private long bytes() {
        try (Stream<Path> all = Files.walk(files.resolve("kafka"))) {
            return all.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith(Topics.ACTIVITIES))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException, TimeoutException {
        if (!waitFor(condition)) {
            throw new TimeoutException(
                    "It did not come to pass within " + PATIENCE.toSeconds() + " s that " + what + ".");
        }
        lines.accept("Now " + what + ".");
    }

    private boolean waitFor(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end) || !other.isAlive()) {
                return false;
            }
            pause(Duration.ofMillis(20));
        }
        return true;
    }

    private static void pause(Duration length) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
    }

    @Override
    public void close() {
        happenings.shutdownNow();
        victim.close();
        other.close();
        log.close();
        servers.close();
        broker.close();
    }
}
