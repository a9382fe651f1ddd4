package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures, and prints the tables. */
public final class Bench {

    private static final Path PAGE = Path.of("docs", "performance.md");

    private Bench() {}

    /** See {@link Options#USAGE}. */
    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Map<String, Group> groups = new LinkedHashMap<>();
        groups.put("throughput", new Throughput());
        groups.put("latency", new Latency());
        groups.put("sleeper", new Sleeper());
        groups.put("heap", new Heap());
        groups.put("idle", new Idle());
        groups.put("hub", new Hub());
        groups.put("start", new StartUp());
        groups.put("micro", new Micro());
        groups.keySet()
                .removeIf(
                        name -> !options.groups().isEmpty() && !options.groups().contains(name));
        Report report = new Report();
        try (Lab lab = new Lab()) {
            for (Group group : groups.values()) {
                group.run(lab, options, report);
            }
        }
        String text = report.text(how(options));
        System.out.println(text);
        if (options.write()) {
            Report.write(PAGE, text);
        }
    }

    private static String how(Options options) throws IOException {
        List<String> processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .toList();
        return "%d × %s, Linux %s, %s %s, `%s`; %d rounds%s, load average %s at the end."
                .formatted(
                        processor.size(),
                        processor.get(0),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"),
                        String.join(" ", Lab.FLAGS),
                        options.rounds(),
                        options.quick() ? ", quick: not for quoting" : "",
                        Files.readString(Path.of("/proc/loadavg")).replaceAll(" .*\\s", ""));
    }
}
