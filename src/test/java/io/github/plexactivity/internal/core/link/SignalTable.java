package io.github.plexactivity.internal.core.link;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What one state answers to every signal. A row is {@code signals | next state | effects}; signals are separated by
 * commas, {@code stays} means that nothing happens. A signal that speaks of a connection names it: {@code own}, {@code
 * beside} where the state has another one, {@code foreign}; {@code all foreign} stands for all signals of a foreign one.
 * A signal without a row, or with two, fails.
 */
final class SignalTable {

    private static final int NOBODY = 99;

    private static final Map<String, Consumer<LinkScene>> PLAIN = Map.of(
            "start", LinkScene::start,
            "new token", LinkScene::token,
            "same token", LinkScene::sameToken,
            "tokenless", LinkScene::tokenless,
            "due", LinkScene::dueInTime,
            "resync", LinkScene::resync,
            "close", LinkScene::close);

    private static final Map<String, BiConsumer<LinkScene, Integer>> OF_A_CONNECTION = Map.of(
            "opened", LinkScene::opened,
            "heard", LinkScene::heard,
            "lost", LinkScene::lost,
            "rejected", (scene, generation) -> scene.lost(generation, LinkScene.NOT_FOUND),
            "refused", LinkScene::refused,
            "silent", LinkScene::silent,
            "unanswered", LinkScene::unanswered,
            "ponged", LinkScene::ponged,
            "zombie", LinkScene::zombie,
            "proven", LinkScene::proven);

    private final Supplier<LinkScene> state;
    private final Map<String, Consumer<LinkScene>> signals = new TreeMap<>(PLAIN);

    private SignalTable(Supplier<LinkScene> state) {
        this.state = state;
        add("foreign", NOBODY);
    }

    static SignalTable in(Supplier<LinkScene> state) {
        return new SignalTable(state);
    }

    SignalTable own(int generation) {
        return add("own", generation);
    }

    SignalTable beside(int generation) {
        return add("beside", generation);
    }

    private SignalTable add(String whose, int generation) {
        OF_A_CONNECTION.forEach(
                (name, signal) -> signals.put(name + " " + whose, scene -> signal.accept(scene, generation)));
        return this;
    }

    Stream<DynamicTest> holds(String rows) {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String row : rows.lines().filter(line -> !line.isBlank()).toList()) {
            String[] cells = row.split("\\|", -1);
            for (String signal : signalsIn(cells[0])) {
                named.add(signal);
                tests.add(dynamicTest(signal + " -> " + cells[1].strip(), () -> check(signal, cells)));
            }
        }
        tests.add(dynamicTest(
                "every signal has one row",
                () -> assertThat(named).containsExactlyInAnyOrderElementsOf(signals.keySet())));
        return tests.stream();
    }

    private static List<String> signalsIn(String cell) {
        String names = cell.strip().toLowerCase(Locale.ROOT);
        return names.equals("all foreign")
                ? OF_A_CONNECTION.keySet().stream()
                        .map(name -> name + " foreign")
                        .toList()
                : Stream.of(names.split(",")).map(String::strip).toList();
    }

    private void check(String signal, String[] cells) {
        LinkScene scene = state.get();
        Link before = scene.link();
        requireNonNull(signals.get(signal), signal).accept(scene);
        if (cells[1].strip().equals("stays")) {
            assertThat(scene.link()).isEqualTo(before);
        } else {
            scene.is(cells[1].strip());
        }
        scene.does(cells.length > 2 ? cells[2].strip() : "");
    }
}
