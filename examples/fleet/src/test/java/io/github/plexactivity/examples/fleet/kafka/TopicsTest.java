package io.github.plexactivity.examples.fleet.kafka;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.plexactivity.examples.fleet.demo.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {
    private static final Map<String, String> COMPACT = Map.of("cleanup.policy", "compact");

    /** One broker and one test, since the topics have the same names each time. */
    @Test
    void whatIsWrongWithTheTopicsIsSaid(@TempDir Path files) throws Exception {
        try (Broker broker = Broker.start(files);
                Admin admin = broker.kafka().admin()) {
            Topics topics = new Topics(broker.kafka());
            isWrong(topics, "A topic is missing: plex.servers or plex.activities. The command 'topics' makes both.");

            create(admin, new NewTopic(Topics.SERVERS, 3, (short) 1).configs(COMPACT));
            create(admin, new NewTopic(Topics.ACTIVITIES, 2, (short) 1).configs(COMPACT));
            isWrong(
                    topics,
                    "The topics must have the same number of partitions, but plex.servers has 3 and plex.activities 2.");

            admin.createPartitions(Map.of(Topics.ACTIVITIES, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ACTIVITIES),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            isWrong(topics, "The topic plex.activities must have cleanup.policy=compact, not delete.");
        }
    }

    private static void create(Admin admin, NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
    }

    private static void isWrong(Topics topics, String sentence) {
        // A broker hears of new topics a little later.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThatExceptionOfType(Unusable.class)
                        .isThrownBy(topics::check)
                        .withMessage(sentence));
    }
}
