package io.github.plexactivity.examples.fleet.worker;

import static io.github.plexactivity.examples.fleet.worker.Crew.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.plexactivity.examples.fleet.kafka.Change;
import io.github.plexactivity.examples.fleet.kafka.Kafka;
import io.github.plexactivity.examples.fleet.kafka.Publisher;
import io.github.plexactivity.examples.fleet.kafka.Topics;
import io.github.plexactivity.examples.fleet.state.ActivityKey;
import io.github.plexactivity.examples.fleet.state.ActivityRecord;
import io.github.plexactivity.examples.fleet.state.Samples;
import io.github.plexactivity.examples.fleet.state.State;
import io.github.plexactivity.model.Activity;
import io.github.plexactivity.model.ActivityChange.Ended;
import io.github.plexactivity.model.ActivityChange.Started;
import io.github.plexactivity.model.Ending;
import io.github.plexactivity.model.Evidence;
import io.github.plexactivity.model.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has servers of other names, since the broker keeps what was said of them. */
class WorkerTest {
    private static Crew crew;

    @BeforeAll
    static void begin(@TempDir Path files) {
        crew = new Crew(files);
    }

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    @AfterAll
    static void end() {
        crew.close();
    }

    private static Started started(String uuid) {
        return new Started(Samples.activity(uuid, 0));
    }

    private static Ended ended(String uuid) {
        return new Ended(
                new Ending(Samples.activity(uuid, 100), Outcome.COMPLETED, Evidence.FINAL_PROGRESS, Instant.now()));
    }

    private boolean isPublished(String server, String uuid) {
        return isLive(crew.states(), server, uuid);
    }

    private boolean isOver(String server, String uuid) {
        return isOver(crew.states(), server, uuid);
    }

    private static boolean isLive(List<State> states, String server, String uuid) {
        ActivityKey key = new ActivityKey(server, uuid);
        return states.stream().anyMatch(state -> state.live(key).isPresent());
    }

    private static boolean isOver(List<State> states, String server, String uuid) {
        ActivityKey key = new ActivityKey(server, uuid);
        return states.stream().anyMatch(state -> state.isOver(key));
    }

    private void addServers(int count) {
        for (int i = 0; i < count; i++) {
            crew.add("server-" + i, "http://localhost:" + (1 + i));
        }
    }

    @Test
    void workersDivideTheServersAndTakeOverFromOneThatLeaves() {
        addServers(40);
        ScriptedServers first = crew.work("first");
        eventually().until(() -> first.count() == 40);
        for (int i = 0; i < 40; i++) {
            first.say("server-" + i, started("u" + i));
        }

        ScriptedServers second = crew.work("second");
        eventually().until(() -> second.count() > 0 && first.count() > 0 && first.count() + second.count() == 40);
        for (int i = 0; i < 40; i++) {
            boolean isSecond = second.follows("server-" + i);
            assertThat(second.follows("server-" + i)).isNotEqualTo(first.follows("server-" + i));
            if (isSecond) {
                assertThat(second.at("server-" + i).resumed())
                        .extracting(Activity::uuid)
                        .containsExactly("u" + i);
            }
            (isSecond ? second : first).say("server-" + i, i % 2 == 0 ? ended("u" + i) : started("v" + i));
        }

        crew.dismiss(0);
        assertThat(first.count()).isZero();
        eventually().until(() -> second.count() == 40);
        crew.dismiss(0);
        List<State> states = crew.states();
        for (int i = 0; i < 40; i++) {
            assertThat(isOver(states, "server-" + i, "u" + i)).isEqualTo(i % 2 == 0);
            assertThat(isLive(states, "server-" + i, "v" + i)).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void serversComeGoAndMoveWhileItWorks() {
        ScriptedServers servers = crew.work("only");
        crew.add("attic", "http://old.example");
        eventually().until(() -> servers.follows("attic"));
        servers.say("attic", started("u"));
        eventually().until(() -> isPublished("attic", "u"));

        crew.add("attic", "http://new.example");
        eventually()
                .until(() -> servers.follows("attic")
                        && servers.at("attic").record().address().equals(URI.create("http://new.example")));
        assertThat(servers.at("attic").resumed()).containsExactly(Samples.activity("u", 0));

        crew.registry.remove("attic");
        eventually().until(() -> !servers.follows("attic"));
        eventually().until(() -> !isPublished("attic", "u"));
        assertThat(isOver("attic", "u")).as("nobody heard of an end").isFalse();
    }

    @Test
    void anOffsetThatSomebodyCommittedHidesNoServer() throws Exception {
        crew.add("pantry", "http://pantry.example");
        Map<TopicPartition, OffsetAndMetadata> far = new HashMap<>();
        for (int partition = 0; partition < Crew.PARTITIONS; partition++) {
            far.put(new TopicPartition(Topics.SERVERS, partition), new OffsetAndMetadata(crew.endOfServers(partition)));
        }
        try (Admin admin = crew.kafka.admin()) {
            admin.alterConsumerGroupOffsets(Kafka.GROUP, far).all().get();
        }
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("pantry"));
    }

    @Test
    void aRecordThatIsNoServerHarmsNoOther() {
        crew.registry.write("broken", new byte[] {1, 2, 3});
        crew.add("refused", "http://refused.example");
        crew.add("shed", "http://shed.example");
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("shed"));
        assertThat(servers.count()).isEqualTo(1);
    }

    @Test
    void whatIsHeardWhileKafkaIsAwayIsPublishedOnceItIsBack() {
        crew.add("garage", "http://garage.example");
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("garage"));
        servers.say("garage", started("u"));
        eventually().until(() -> isPublished("garage", "u"));

        crew.whileKafkaIsAway(() -> {
            servers.say("garage", ended("u"));
            servers.say("garage", started("v"));
        });

        eventually().until(() -> isOver("garage", "u") && isPublished("garage", "v"));
        assertThat(servers.follows("garage")).isTrue();
    }

    @Test
    void serversAreLeftWhileTooMuchWaitsAndResumedAfterwards() {
        crew.add("cellar", "http://cellar.example");
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("cellar"));
        servers.say("cellar", started("u"));
        eventually().until(() -> isPublished("cellar", "u"));

        crew.whileKafkaIsAway(() -> {
            for (int i = 0; i < 200; i++) {
                servers.say("cellar", started("v" + i));
            }
            eventually().until(() -> !servers.follows("cellar"));
        });

        eventually().until(() -> servers.follows("cellar"));
        assertThat(servers.at("cellar").resumed()).hasSize(201);
        eventually().until(() -> isPublished("cellar", "v199"));
    }

    @Test
    void whoWasShutOutTakesOverAnewWhereKafkaStillAssignsIt() {
        crew.add("barn", "http://barn.example");
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("barn"));
        servers.say("barn", started("u"));
        eventually().until(() -> isPublished("barn", "u"));

        ActivityRecord theirs = Samples.ended("barn", "u", Instant.now());
        for (int partition = 0; partition < Crew.PARTITIONS; partition++) {
            try (Publisher zombie = Publisher.open(crew.kafka, partition)) {
                boolean itsOwn = crew.states().get(partition).live(theirs.key()).isPresent();
                zombie.publish(itsOwn ? List.of(new Change(theirs.key(), Optional.of(theirs))) : List.of());
            }
        }
        ScriptedServers.Followed before = servers.at("barn");
        servers.say("barn", ended("u"));
        servers.say("barn", started("v"));

        eventually().until(() -> servers.follows("barn") && servers.at("barn") != before);
        eventually().until(() -> isPublished("barn", "v"));
        assertThat(crew.story(theirs.key()))
                .extracting(ActivityRecord::isLive)
                .as("the other's ending stands, and ours is not told beside it")
                .containsExactly(true, false);
    }

    @Test
    void whatKafkaTookAwayIsDroppedAndFollowedWhenItComesBack() throws Exception {
        crew.add("porch", "http://porch.example");
        ScriptedServers servers = crew.work("only");
        eventually().until(() -> servers.follows("porch"));
        servers.say("porch", started("u"));
        eventually().until(() -> isPublished("porch", "u"));
        ScriptedServers.Followed before = servers.at("porch");

        try (Admin admin = crew.kafka.admin()) {
            admin.removeMembersFromConsumerGroup(Kafka.GROUP, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }

        eventually().until(() -> servers.follows("porch") && servers.at("porch") != before);
        assertThat(servers.at("porch").resumed()).extracting(Activity::uuid).containsExactly("u");
    }
}
