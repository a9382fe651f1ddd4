package io.github.plexactivity.examples.fleet.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where Kafka is, and the four kinds of clients the fleet has of it.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param properties what else Kafka's clients are to be told, for example how they log in; these go before ours
 */
public record Kafka(String bootstrap, Map<String, String> properties) {
    /** The consumer group of the workers, and the beginning of their transactional ids. */
    public static final String GROUP = "plex-fleet";

    /** How long a client waits for an answer before it says that there is none. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** {@return a client for topics} */
    public Admin admin() {
        Map<String, Object> settings = common(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        return Admin.create(told(settings));
    }

    /**
     * A member of the group.
     *
     * @param name how the worker is called in Kafka's lists
     * @return subscribed to nothing yet
     */
    public KafkaConsumer<String, byte[]> member(String name) {
        Map<String, Object> settings = common(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        // What stays with a worker is not taken from it for the time of a rebalance.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return consumer(settings);
    }

    /** {@return a reader outside of any group, for what is committed} */
    public KafkaConsumer<String, byte[]> reader() {
        return consumer(common(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings) {
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        return new KafkaConsumer<>(told(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A producer that whoever opens the next one of that partition shuts out.
     *
     * @param partition whose changes it publishes
     * @return not initialized yet
     */
    public KafkaProducer<String, byte[]> owner(int partition) {
        Map<String, Object> settings = common(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "-" + partition);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() * 3);
        return new KafkaProducer<>(told(settings), new StringSerializer(), new ByteArraySerializer());
    }

    /** {@return a producer for records of servers} */
    public KafkaProducer<String, byte[]> writer() {
        Map<String, Object> settings = common(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaProducer<>(told(settings), new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> common(String bootstrapKey) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(bootstrapKey, bootstrap);
        // Longer waits between attempts would only lengthen every hand-over after an outage.
        settings.put("reconnect.backoff.max.ms", 2_000);
        // Nobody reads them here, and each client would have its own.
        settings.put("auto.include.jmx.reporter", false);
        settings.put("metric.reporters", "");
        settings.put("enable.metrics.push", false);
        return settings;
    }

    private Map<String, Object> told(Map<String, Object> settings) {
        settings.putAll(properties);
        return settings;
    }
}
