package io.github.plexactivity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs small test classes, which are no tests by themselves, and looks at what became of their servers. */
class FakePlexServerExtensionTest {
    private static final List<FakePlexServer> SEEN = new ArrayList<>();

    @BeforeEach
    void nothingWasSeen() {
        SEEN.clear();
    }

    private static void see(FakePlexServer server) {
        assertThat(server.isClosed()).isFalse();
        SEEN.add(server);
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
    }

    private static void passes(Class<?> tests, int many) {
        run(tests).assertStatistics(statistics -> statistics.failed(0));
        assertThat(SEEN).hasSize(many).allMatch(FakePlexServer::isClosed);
    }

    @Test
    void eachTestHasAServerOfItsOwn() {
        passes(EachItsOwn.class, 2);
        assertThat(SEEN).doesNotHaveDuplicates();
    }

    static class EachItsOwn {
        @RegisterExtension
        final FakePlexServerExtension plex =
                new FakePlexServerExtension(FakePlexServer.builder().token("wanted"));

        @Test
        void one(FakePlexServer server) {
            assertThat(plex.server()).isSameAs(server);
            see(server);
        }

        @Test
        void another(FakePlexServer server) {
            see(server);
        }
    }

    @Test
    void aStaticFieldsServerIsSharedByTheClassAndThoseInIt() {
        passes(Shared.class, 3);
        assertThat(SEEN).containsOnly(SEEN.get(0));
    }

    static class Shared {
        @RegisterExtension
        static final FakePlexServerExtension PLEX = new FakePlexServerExtension();

        @BeforeAll
        static void before(FakePlexServer server) {
            see(server);
        }

        @Test
        void one() {
            see(PLEX.server());
        }

        @Nested
        class Within {
            @Test
            void another(FakePlexServer server) {
                see(server);
            }
        }
    }

    @Test
    void anInstanceThatServesAllTestsHasOneServer() {
        passes(OneInstance.class, 2);
        assertThat(SEEN).containsOnly(SEEN.get(0));
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance extends EachItsOwn {}

    @Test
    void aServerIsClosedThoughItsTestFails() {
        run(Failing.class).assertStatistics(statistics -> statistics.failed(1));
        assertThat(SEEN).hasSize(1).allMatch(FakePlexServer::isClosed);
    }

    @ExtendWith(FakePlexServerExtension.class)
    static class Failing {
        @Test
        void one(FakePlexServer server) {
            see(server);
            throw new AssertionError("fails");
        }
    }

    @Test
    void aTestThatClosesASharedServerIsSaidToHaveDoneSo() {
        run(Closing.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ExtensionConfigurationException.class),
                                message(said -> said.contains("an earlier test closed the FakePlexServer")))));
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Closing {
        @RegisterExtension
        static final FakePlexServerExtension PLEX = new FakePlexServerExtension();

        @Test
        void first() {
            PLEX.server().close();
        }

        @Test
        void second() {}
    }

    @Test
    void whereSeveralServersRunTheFieldDoesNotGuess() {
        run(First.class).assertStatistics(statistics -> statistics.failed(0));
        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates().allMatch(FakePlexServer::isClosed);
    }

    static class OneFieldForAll {
        @RegisterExtension
        static final FakePlexServerExtension PLEX = new FakePlexServerExtension();
    }

    static class First extends OneFieldForAll {
        @Test
        void one(FakePlexServer server) {
            see(server);
            run(Second.class).assertStatistics(statistics -> statistics.failed(0));
            assertThat(PLEX.server()).isSameAs(server);
        }
    }

    static class Second extends OneFieldForAll {
        @Test
        void atTheSameTime(FakePlexServer server) {
            see(server);
            assertThatIllegalStateException()
                    .isThrownBy(PLEX::server)
                    .withMessageContaining("take the FakePlexServer as a parameter");
        }
    }

    @Test
    void aFieldThatIsNotRegisteredSaysSo() {
        FakePlexServerExtension forgotten = new FakePlexServerExtension();
        assertThatIllegalStateException().isThrownBy(forgotten::server).withMessageContaining("@RegisterExtension");
    }
}
