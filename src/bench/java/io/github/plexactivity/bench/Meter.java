package io.github.plexactivity.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process has used up so far. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long GIVING_BACK_MILLIS = 3_000;
    private static final long POLL_MILLIS = 100;

    private Meter() {}

    /** By all threads, those of the virtual machine among them. */
    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** How often threads that live now waited: a thread that is woken once for an event shows here. */
    static long waits() throws IOException {
        long sum = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                sum += number(thread.resolve("status"), "voluntary_ctxt_switches:");
            }
        }
        return sum;
    }

    /** By the threads that run now. */
    static long allocatedBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** What is on the heap after it was cleaned up. */
    static long heapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** What of this process is in memory, once the collector, which does so behind us, gave back what it freed. */
    static long residentBytes() throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < GIVING_BACK_MILLIS / POLL_MILLIS; i++) {
            Thread.sleep(POLL_MILLIS);
            least = Math.min(least, 1024 * number(Path.of("/proc/self/status"), "VmRSS:"));
        }
        return least;
    }

    /** Nothing where the thread has ended meanwhile. */
    private static long number(Path file, String name) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return 0;
    }

    /** Open ones, of any kind. */
    static long sockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(Meter::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Platform threads. */
    static int threads() {
        return THREADS.getThreadCount();
    }
}
