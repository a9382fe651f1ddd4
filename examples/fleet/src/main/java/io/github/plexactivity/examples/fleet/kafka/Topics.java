package io.github.plexactivity.examples.fleet.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The two topics: alike in their number of partitions, both compacted. */
public final class Topics {
    /** Servers by name: what is to be followed. */
    public static final String SERVERS = "plex.servers";

    /** Activities by server and uuid: how they stand. */
    public static final String ACTIVITIES = "plex.activities";

    private final Kafka kafka;

    /**
     * Those of one Kafka.
     *
     * @param kafka where
     */
    public Topics(Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Makes them.
     *
     * @param partitions for good: with another number the servers would be dealt otherwise
     * @param replicas how many brokers keep each
     * @param more configuration of both, beside compaction
     * @throws Unusable if that cannot be done
     */
    public void create(int partitions, int replicas, Map<String, String> more) {
        Map<String, String> config = new java.util.HashMap<>(more);
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        List<NewTopic> topics = List.of(
                new NewTopic(SERVERS, partitions, (short) replicas).configs(config),
                new NewTopic(ACTIVITIES, partitions, (short) replicas).configs(config));
        try (Admin admin = kafka.admin()) {
            answer(admin.createTopics(topics).all());
        }
    }

    /**
     * Looks whether a worker can begin.
     *
     * @return how many partitions each of them has
     * @throws Unusable if it cannot, and why
     */
    public int check() {
        try (Admin admin = kafka.admin()) {
            int servers = partitions(admin, SERVERS);
            int activities = partitions(admin, ACTIVITIES);
            if (servers != activities) {
                throw new Unusable("The topics must have the same number of partitions, but " + SERVERS + " has "
                        + servers + " and " + ACTIVITIES + " " + activities + ".");
            }
            checkCompacted(admin, SERVERS);
            checkCompacted(admin, ACTIVITIES);
            return servers;
        }
    }

    private int partitions(Admin admin, String topic) {
        TopicDescription description =
                answer(admin.describeTopics(Set.of(topic)).topicNameValues().get(topic));
        return description.partitions().size();
    }

    /** Without compaction what is old would be thrown away, and with it servers and activities. */
    private void checkCompacted(Admin admin, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = answer(admin.describeConfigs(Set.of(resource)).values().get(resource));
        String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new Unusable("The topic " + topic + " must have " + TopicConfig.CLEANUP_POLICY_CONFIG + "="
                    + TopicConfig.CLEANUP_POLICY_COMPACT + ", not " + policy + ".");
        }
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new Unusable(sentence(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted while waiting for Kafka.", e);
        }
    }

    private String sentence(Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "A topic is missing: " + SERVERS + " or " + ACTIVITIES + ". The command 'topics' makes both.";
        }
        if (cause instanceof TopicExistsException) {
            return "A topic is there already: " + SERVERS + " or " + ACTIVITIES + ".";
        }
        if (cause instanceof TimeoutException) {
            return "No broker of Kafka answers at " + kafka.bootstrap() + ".";
        }
        return "Kafka refuses: " + cause.getMessage();
    }
}
