package io.soakstream.schemas.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks before a command begins: does a broker answer, and are the topics there? Kafka's clients find out late, say it
 * in their own words, and may create a missing topic in the wrong shape.
 */
public final class TopicPreflight {
    /** How long a broker is waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private TopicPreflight() {}

    /**
     * @param client properties of any Kafka client
     * @throws TimeoutException no broker answers; the message names the address
     * @throws UnknownTopicOrPartitionException a topic is missing; the message names it and what creates it
     */
    public static void require(Map<String, Object> client, Topic<?>... topics) {
        requireNamed(client, Arrays.stream(topics).map(Topic::name).toList());
    }

    /**
     * The same, of any topics.
     *
     * @param names of the topics
     */
    public static void requireNamed(Map<String, Object> client, List<String> names) {
        Map<String, Object> impatient = new HashMap<>(client);
        impatient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        impatient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        Set<String> present = topics(impatient);
        List<String> missing =
                names.stream().filter(name -> !present.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "missing on the cluster: " + String.join(", ", missing) + "; 'soak topics apply' creates it");
        }
    }

    private static Set<String> topics(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            return admin.listTopics().names().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                throw new TimeoutException("no Kafka broker answers at "
                        + client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + " (--bootstrap-servers)");
            }
            throw failed.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("the cluster cannot be asked for its topics", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(interrupted);
        }
    }
}
