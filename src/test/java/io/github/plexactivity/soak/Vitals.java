package io.github.plexactivity.soak;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What this process uses.
 *
 * @param heap bytes in use after a collection
 * @param threads that live
 * @param descriptors open files of any kind; 0 where the system does not tell
 * @param sockets those of them that are sockets
 */
public record Vitals(long heap, int threads, int descriptors, int sockets) {

    private static final File DESCRIPTORS = new File("/proc/self/fd");

    public static Vitals now() {
        System.gc();
        System.gc();
        String[] open = DESCRIPTORS.list();
        String[] all = open == null ? new String[0] : open;
        return new Vitals(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                all.length,
                (int) Arrays.stream(all).filter(Vitals::isSocket).count());
    }

    private static boolean isSocket(String descriptor) {
        try {
            return Files.readSymbolicLink(Path.of(DESCRIPTORS.getPath(), descriptor))
                    .toString()
                    .startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
