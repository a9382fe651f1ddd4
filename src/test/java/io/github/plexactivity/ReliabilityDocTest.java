package io.github.plexactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** Holds docs/reliability.md to what it claims: every fault has a row, and every row names tests that exist. */
class ReliabilityDocTest {

    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d\\d) \\|.*\\|.*\\|(.*)\\|");
    private static final Pattern NAMED = Pattern.compile("`([\\w.]+)(?:#(\\w+))?`");

    /** A fault as the page has it. */
    private record Row(String id, String tests) {

        boolean isTested(List<Class<?>> all) {
            List<Named> named = named();
            return !named.isEmpty() && named.stream().allMatch(each -> each.isOneOf(all));
        }

        private List<Named> named() {
            return NAMED.matcher(tests)
                    .results()
                    .map(match -> new Named(match.group(1), match.group(2) == null ? "" : match.group(2)))
                    .toList();
        }
    }

    /** A test as the page names it: the end of the name of its class, and its method, which may be empty. */
    private record Named(String type, String method) {

        boolean isOneOf(List<Class<?>> all) {
            return all.stream().filter(this::names).count() == 1;
        }

        private boolean names(Class<?> candidate) {
            return ("." + candidate.getName()).endsWith("." + type)
                    && Arrays.stream(candidate.getDeclaredMethods())
                            .filter(each -> isAnnotated(each, Testable.class))
                            .map(Method::getName)
                            .anyMatch(name -> method.isEmpty() || name.equals(method));
        }
    }

    @Test
    void everyFaultHasOneRowAndEveryRowIsAFault() throws IOException {
        List<String> faults = Files.readAllLines(Path.of("src/test/resources/faults.txt")).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(rows().map(Row::id)).containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        List<Class<?>> tests = testClasses();
        assertThat(rows().filter(row -> !row.isTested(tests)))
                .as("rows that name nothing, or a test that is not there exactly once")
                .isEmpty();
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/reliability.md")).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .map(match -> new Row(match.group(1), match.group(2)));
    }

    /** All of them, whichever profile runs them; loaded, and not initialized. */
    private static List<Class<?>> testClasses() throws IOException {
        Path root = Path.of("target/test-classes");
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ReliabilityDocTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
