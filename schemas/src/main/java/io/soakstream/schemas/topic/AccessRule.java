package io.soakstream.schemas.topic;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One right on a cluster, the smallest that can be given or taken away. Read and Write imply Describe, AlterConfigs implies
 * DescribeConfigs, and Write on any topic implies IdempotentWrite, so those are not listed beside them.
 *
 * @param type kind of the resource
 * @param name of the resource, or what its name begins with
 * @param pattern LITERAL or PREFIXED
 * @param operation what may be done with it
 * @param need what happens without it
 * @param purpose what it is for, in a few words
 */
public record AccessRule(
        ResourceType type, String name, PatternType pattern, AclOperation operation, Need need, String purpose) {
    private static final String ANY_HOST = "*";

    /** What an app does without a right. */
    public enum Need {
        /** It ends, and names the right. */
        WORK,
        /** It works, but leaves out a check at its start, and names the right. */
        CHECK
    }

    /** May read a topic, which its work needs. */
    public static AccessRule read(Topic<?> topic) {
        return onTopic(topic.name(), AclOperation.READ, Need.WORK, "reads " + topic.doc());
    }

    /** May write a topic, which its work needs. */
    public static AccessRule write(Topic<?> topic) {
        return onTopic(topic.name(), AclOperation.WRITE, Need.WORK, "writes " + topic.doc());
    }

    /** May see that a topic exists and how far it goes. */
    public static AccessRule describe(Topic<?> topic) {
        return onTopic(topic.name(), AclOperation.DESCRIBE, Need.WORK, "sees how far it goes");
    }

    static AccessRule onTopic(String name, AclOperation operation, Need need, String purpose) {
        return new AccessRule(ResourceType.TOPIC, name, PatternType.LITERAL, operation, need, purpose);
    }

    /** The right as Kafka's administrators give it, from any host. */
    public AclBinding binding(String principal) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** The right in one phrase, such as {@code Write on topic soak.events.v1}. */
    @Override
    public String toString() {
        return AccessText.operation(operation) + " on " + AccessText.resource(this);
    }
}
