package io.soakstream.schemas.topic;

import io.soakstream.schemas.topic.AccessRule.Need;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourceType;

/** Puts the rights of one app together. */
final class AccessRules {
    private final List<AccessRule> rules = new ArrayList<>();

    AccessRules reads(Topic<?>... topics) {
        for (Topic<?> topic : topics) {
            rules.add(AccessRule.read(topic));
        }
        return this;
    }

    AccessRules writes(Topic<?>... topics) {
        for (Topic<?> topic : topics) {
            rules.add(AccessRule.write(topic));
        }
        return this;
    }

    AccessRules sees(Topic<?>... topics) {
        for (Topic<?> topic : topics) {
            rules.add(AccessRule.describe(topic));
        }
        return this;
    }

    /** Its offsets are kept under this name. */
    AccessRules joins(String group) {
        return add(ResourceType.GROUP, group, PatternType.LITERAL, AclOperation.READ, "shares the work, keeps its offsets");
    }

    AccessRules seesGroup(String group) {
        return add(ResourceType.GROUP, group, PatternType.LITERAL, AclOperation.DESCRIBE, "sees how far it has read");
    }

    /** Ids of its transactions, of which each thread or partition has one. */
    AccessRules writesInTransactions(String idPrefix) {
        return add(
                ResourceType.TRANSACTIONAL_ID, idPrefix, PatternType.PREFIXED, AclOperation.WRITE, "exactly-once output");
    }

    AccessRules writesInTransaction(String id) {
        return add(ResourceType.TRANSACTIONAL_ID, id, PatternType.LITERAL, AclOperation.WRITE, "all letters or none");
    }

    /** Topics that Kafka Streams makes for its stores, and restores them from. */
    AccessRules keeps(List<String> changelogs) {
        for (String changelog : changelogs) {
            rules.add(AccessRule.onTopic(changelog, AclOperation.CREATE, Need.WORK, "made at the first start"));
            rules.add(AccessRule.onTopic(changelog, AclOperation.READ, Need.WORK, "restores its state"));
            rules.add(AccessRule.onTopic(changelog, AclOperation.WRITE, Need.WORK, "keeps its state"));
        }
        return this;
    }

    /** Compares the settings of topics with what the catalogue wants. */
    AccessRules checks(List<String> topics) {
        for (String topic : topics) {
            rules.add(AccessRule.onTopic(topic, AclOperation.DESCRIBE_CONFIGS, Need.CHECK, "checks its settings"));
        }
        return this;
    }

    /** Learns how many copies a topic gets that the streams make. */
    AccessRules checksDefaults() {
        rules.add(new AccessRule(
                ResourceType.CLUSTER,
                Resource.CLUSTER_NAME,
                PatternType.LITERAL,
                AclOperation.DESCRIBE_CONFIGS,
                Need.CHECK,
                "checks the copies of topics that it makes"));
        return this;
    }

    AccessRules makes(List<Topic<?>> topics) {
        for (Topic<?> topic : topics) {
            rules.add(AccessRule.onTopic(topic.name(), AclOperation.CREATE, Need.WORK, "makes it"));
            rules.add(AccessRule.onTopic(topic.name(), AclOperation.DESCRIBE, Need.WORK, "looks whether it is there"));
            rules.add(AccessRule.onTopic(topic.name(), AclOperation.ALTER_CONFIGS, Need.WORK, "sets its settings"));
        }
        return this;
    }

    AppAccess of(String app, String doc) {
        return new AppAccess(app, doc, rules);
    }

    private AccessRules add(
            ResourceType type, String name, PatternType pattern, AclOperation operation, String purpose) {
        rules.add(new AccessRule(type, name, pattern, operation, Need.WORK, purpose));
        return this;
    }
}
