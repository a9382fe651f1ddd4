package io.github.plexactivity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures, and prints the tables. */
public final class Bench {

    private static final Path DOCS = Path.of("docs");

    /** What is measured, and the page that has the figures. */
    private static final Map<Path, Map<String, Group>> PAGES = new LinkedHashMap<>();

    static {
        Map<String, Group> performance = new LinkedHashMap<>();
        performance.put("throughput", new Throughput());
        performance.put("latency", new Latency());
        performance.put("sleeper", new Sleeper());
        performance.put("heap", new Heap());
        performance.put("idle", new Idle());
        performance.put("start", new StartUp());
        performance.put("micro", new Micro());
        PAGES.put(DOCS.resolve("performance.md"), performance);
        PAGES.put(DOCS.resolve("scale.md"), Map.of("hub", new Hub()));
    }

    private Bench() {}

    /** See {@link Options#USAGE}. */
    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        try (Lab lab = new Lab()) {
            for (Map.Entry<Path, Map<String, Group>> page : PAGES.entrySet()) {
                Map<String, Group> groups = new LinkedHashMap<>(page.getValue());
                groups.keySet().removeIf(name -> !options.asksFor(name));
                if (!groups.isEmpty()) {
                    String text = measure(groups, lab, options);
                    if (options.write() && groups.size() == page.getValue().size()) {
                        Report.write(page.getKey(), text);
                    }
                }
            }
        }
    }

    private static String measure(Map<String, Group> groups, Lab lab, Options options) throws Exception {
        Report report = new Report();
        for (Group group : groups.values()) {
            group.run(lab, options, report);
        }
        String text = report.text(how(options));
        System.out.println(text);
        return text;
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
