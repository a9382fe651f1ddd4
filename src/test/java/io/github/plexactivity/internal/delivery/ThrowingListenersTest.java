package io.github.plexactivity.internal.delivery;

import static io.github.plexactivity.internal.delivery.Changes.ended;
import static io.github.plexactivity.internal.delivery.Changes.started;
import static io.github.plexactivity.internal.delivery.Changes.updated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.internal.core.Counter;
import io.github.plexactivity.internal.core.Counters;
import io.github.plexactivity.model.ActivityFilter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrowingListenersTest {
    private final CallbackQueue callbacks = new CallbackQueue();
    private final LoopInHand loop = new LoopInHand(callbacks, 100);
    private final Told told = new Told();
    private final Counters counters = loop.counters();

    /** Its own methods throw, as those of a throwable of the user's may. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }
    }

    static Stream<Throwable> whatIsThrown() {
        return Stream.of(
                new IllegalStateException("on purpose"),
                new AssertionError("on purpose"),
                new OutOfMemoryError("on purpose"),
                new StackOverflowError(),
                new InterruptedException("on purpose"),
                new Hostile());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String logOf(Runnable action) {
        PrintStream original = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(original);
        }
        return log.toString(UTF_8);
    }

    @ParameterizedTest
    @MethodSource("whatIsThrown")
    void aListenerThatThrowsIsToldTheNextChangeAndHarmsNoOther(Throwable thrown) {
        Told other = new Told();
        loop.listen(told.during(line -> ThrowingListenersTest.<RuntimeException>sneak(thrown)));
        loop.listen(other);
        logOf(() -> {
            loop.push(started("a", 0), updated("a", 0, 1), ended("a", 100));
            callbacks.runAll();
        });
        assertThat(told.lines()).containsExactly("started a0", "progress a0 to a1", "ended a100");
        assertThat(other.lines()).containsExactly("started a0", "progress a0 to a1", "ended a100");
        assertThat(counters.of(Counter.LISTENER_ERRORS)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aListenerThatOverflowsTheStackIsToldTheNextChange() {
        loop.listen(told.during(ThrowingListenersTest::recurse));
        logOf(() -> {
            loop.push(started("a", 0), ended("a", 100));
            callbacks.runAll();
        });
        assertThat(told.lines()).containsExactly("started a0", "ended a100");
        assertThat(counters.of(Counter.LISTENER_ERRORS)).isEqualTo(2);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void recurse(String line) {
        recurse(line);
    }

    @Test
    void theFirstThrowOfAListenerIsLoggedByItsClassAndWithoutTheActivity() {
        loop.listen(told.during(line -> {
            throw new IllegalStateException("on purpose");
        }));
        String log = logOf(() -> {
            loop.push(started("some-uuid", 0), updated("some-uuid", 0, 1), ended("some-uuid", 100));
            callbacks.runAll();
        });
        assertThat(log).containsOnlyOnce("WARN").contains(Told.class.getName());
        assertThat(log).doesNotContain("some-uuid", "Scanning Films");
    }

    @Test
    void aRefusingExecutorIsLoggedOnce() {
        loop.listen(told);
        callbacks.refuse(true);
        String log = logOf(() -> {
            loop.push(started("a", 0));
            loop.push(ended("a", 100));
        });
        assertThat(log).containsOnlyOnce("WARN");
        assertThat(counters.of(Counter.EXECUTOR_REFUSALS)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("whatIsThrown")
    void aFilterThatThrowsDoesNotMatchThisTimeAndIsAskedAgain(Throwable thrown) {
        ActivityFilter filter = activity -> {
            if (activity.progress().orElse(0) < 5) {
                ThrowingListenersTest.<RuntimeException>sneak(thrown);
            }
            return true;
        };
        loop.listen(filter, told, LoopInHand.NOTHING);
        String log = logOf(() -> {
            loop.push(started("a", 0));
            callbacks.runAll();
            loop.push(updated("a", 0, 7));
            callbacks.runAll();
        });
        assertThat(told.lines()).containsExactly("started a7");
        assertThat(log).contains("the filter of " + Told.class.getName());
        assertThat(counters.of(Counter.LISTENER_ERRORS)).isGreaterThanOrEqualTo(1);
    }
}
