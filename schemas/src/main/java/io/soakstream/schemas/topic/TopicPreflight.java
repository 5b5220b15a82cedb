package io.soakstream.schemas.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks before a command begins: does a broker answer, does it let the client in, are the topics there, and may the client
 * do with them what it is about to do? Kafka's clients find out late, say it in their own words, and may create a missing
 * topic in the wrong shape.
 */
public final class TopicPreflight {
    /** How long a broker is waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private TopicPreflight() {}

    /** As {@link #require(Map, List)}. */
    public static void require(Map<String, Object> client, AccessRule... needed) {
        require(client, List.of(needed));
    }

    /**
     * @param client properties of any Kafka client
     * @param needed what is about to be used; none: that a broker answers is enough
     * @throws ConfigException no client can be made of the properties
     * @throws TimeoutException no broker answers; the message names the address
     * @throws AuthenticationException client and broker do not trust each other; the message says which does not
     * @throws UnknownTopicOrPartitionException a topic is missing; the message names it and what creates it
     * @throws AuthorizationException a right is missing; the message names operation and resource
     */
    public static void require(Map<String, Object> client, List<AccessRule> needed) {
        try (Admin admin = admin(client)) {
            contact(admin, client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
            refuse(new AccessCheck(admin).shortage(needed));
        }
    }

    private static Admin admin(Map<String, Object> client) {
        Map<String, Object> impatient = new HashMap<>(client);
        int patienceMs =
                shorter(client.get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG), (int) PATIENCE.toMillis());
        impatient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMs);
        // Kafka refuses a request that may take longer than the whole.
        impatient.put(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                shorter(client.get(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG), patienceMs));
        try {
            return Admin.create(impatient);
        } catch (KafkaException unusable) {
            throw new ConfigException("the Kafka client cannot be made: " + innermost(unusable));
        }
    }

    /** Who has less patience of their own keeps it; what is no number is for the other clients to refuse. */
    private static int shorter(Object given, int mostMs) {
        try {
            return given == null ? mostMs : Math.min(mostMs, Integer.parseInt(given.toString()));
        } catch (NumberFormatException none) {
            return mostMs;
        }
    }

    /** The one question that needs no right. */
    private static void contact(Admin admin, Object address) {
        try {
            KafkaAnswers.await(admin.describeCluster().nodes());
        } catch (TimeoutException silence) {
            throw new TimeoutException("no Kafka broker answers at " + address
                    + " (--bootstrap-servers), or it wants TLS or a password (--command-config)");
        } catch (AuthenticationException refused) {
            throw new AuthenticationException(
                    "no connection to the Kafka broker at " + address + ": " + innermost(refused), refused);
        }
    }

    private static void refuse(AccessCheck.Shortage shortage) {
        if (!shortage.missing().isEmpty()) {
            throw new UnknownTopicOrPartitionException("missing on the cluster: "
                    + String.join(", ", shortage.missing()) + "; 'soak topics apply' creates it");
        }
        if (!shortage.lacking().isEmpty()) {
            throw new AuthorizationException("the cluster does not allow this client: "
                    + shortage.lacking().stream().map(AccessRule::toString).collect(Collectors.joining(", "))
                    + "; 'soak topics acl' lists what each app needs");
        }
    }

    /** The last of the causes is what a person can mend; those around it say that something failed. */
    private static String innermost(Throwable failure) {
        List<Throwable> chain = new ArrayList<>(List.of(failure));
        while (chain.get(chain.size() - 1).getCause() != null && chain.size() < 50) {
            chain.add(chain.get(chain.size() - 1).getCause());
        }
        Throwable last = chain.get(chain.size() - 1);
        return last.getMessage() == null ? last.toString() : last.getMessage();
    }
}
