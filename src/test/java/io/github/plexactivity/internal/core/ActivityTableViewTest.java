package io.github.plexactivity.internal.core;

import static io.github.plexactivity.internal.core.Given.scan;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.plexactivity.model.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActivityTableViewTest {

    private static final int LAST = 10_000;

    private final TableScene scene = new TableScene();

    @Test
    void anEmptyTableHasAnEmptyView() {
        assertThat(scene.table.view()).isEmpty();
    }

    @Test
    void aViewIsMadeOnceForEachChange() {
        scene.told(scan("a"));
        Map<String, Activity> first = scene.table.view();
        scene.told(scan("a"));
        assertThat(scene.table.view()).isSameAs(first);
        scene.told(scan("a", 1));
        assertThat(scene.table.view()).isNotSameAs(first).containsEntry("a", scan("a", 1));
    }

    @Test
    void aViewOnceTakenNeverChanges() {
        scene.told(scan("a"));
        Map<String, Activity> before = scene.table.view();
        scene.told(scan("b")).told(scan("a", 9)).toldEnded(scan("a"));
        assertThat(before).containsExactly(Map.entry("a", scan("a")));
    }

    @Test
    void aViewCannotBeWrittenTo() {
        scene.told(scan("a"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> scene.table.view().clear());
    }

    @Test
    void theViewAlreadyShowsAChangeWhenItIsTold() {
        List<Map<String, Activity>> seen = new ArrayList<>();
        scene.onChange(() -> seen.add(scene.table.view()));
        scene.told(scan("a")).told(scan("a", 5)).toldEnded(scan("a"));
        assertThat(seen).containsExactly(Map.of("a", scan("a")), Map.of("a", scan("a", 5)), Map.of());
    }

    @Test
    void anEndIsRecalledWhenItIsTold() {
        List<Boolean> recalled = new ArrayList<>();
        scene.onChange(() -> recalled.add(scene.table.recall("a", scene.now()).isPresent()));
        scene.told(scan("a")).toldEnded(scan("a"));
        assertThat(recalled).containsExactly(false, true);
    }

    @Test
    void readersSeeEveryChangeThatWasMadeBeforeTheyLooked() throws InterruptedException {
        scene.told(scan("a", 0));
        AtomicInteger made = new AtomicInteger();
        AtomicBoolean stale = new AtomicBoolean();
        List<Thread> readers = List.of(new Thread(() -> read(made, stale)), new Thread(() -> read(made, stale)));
        readers.forEach(Thread::start);
        for (int i = 1; i <= LAST; i++) {
            scene.told(scan("a", i * 100.0 / LAST));
            made.set(i);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(stale).isFalse();
        assertThat(scene.table.view()).containsEntry("a", scan("a", 100));
    }

    private void read(AtomicInteger made, AtomicBoolean stale) {
        for (int before = 0; before < LAST; before = made.get()) {
            double seen = requireNonNull(scene.table.view().get("a")).progress().orElseThrow();
            if (seen < before * 100.0 / LAST) {
                stale.set(true);
            }
        }
    }
}
