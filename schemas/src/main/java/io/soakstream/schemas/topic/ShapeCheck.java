package io.soakstream.schemas.topic;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Whether topics are as the catalogue wants them. What would lose records, put them out of order or refuse them is
 * refused; how long an operator keeps what was decided is for the operator to say.
 */
final class ShapeCheck {
    private final Admin admin;

    ShapeCheck(Admin admin) {
        this.admin = admin;
    }

    List<PreflightFinding> findings(Topics topics, List<Topic<?>> looked) {
        return new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT)
                .verify(admin, looked).stream()
                        .map(difference -> finding(difference, topics))
                        .toList();
    }

    static PreflightFinding finding(TopicProvisioner.Finding difference, Topics topics) {
        if (difference.problem() != TopicProvisioner.Problem.CONFIG) {
            return PreflightFinding.partitions(difference.toString());
        }
        String message = difference + " ('soak topics apply' sets it)";
        return losesRecords(difference, topics) ? PreflightFinding.refuse(message) : PreflightFinding.warn(message);
    }

    private static boolean losesRecords(TopicProvisioner.Finding difference, Topics topics) {
        return switch (difference.setting()) {
            case TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG -> true;
            case TopicConfig.RETENTION_MS_CONFIG ->
                difference.topic().equals(topics.events().name());
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG ->
                Long.parseLong(difference.found()) < Long.parseLong(difference.expected());
            default -> false;
        };
    }
}
