package io.soakstream.schemas.topic;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/**
 * Whether the cluster's transactions are of the kind that cannot be completed by a late request of an earlier one
 * (KIP-890). A cluster that was formatted before Kafka 4.0 keeps the old kind until somebody upgrades it.
 */
final class FeatureCheck {
    static final String TRANSACTION_VERSION = "transaction.version";
    static final int SAFE_TRANSACTIONS = 2;

    private final Admin admin;

    FeatureCheck(Admin admin) {
        this.admin = admin;
    }

    List<PreflightFinding> findings() {
        Map<String, FinalizedVersionRange> features =
                KafkaAnswers.await(admin.describeFeatures().featureMetadata()).finalizedFeatures();
        return findings(
                features.containsKey(TRANSACTION_VERSION)
                        ? features.get(TRANSACTION_VERSION).maxVersionLevel()
                        : 0);
    }

    static List<PreflightFinding> findings(int transactionVersion) {
        return transactionVersion >= SAFE_TRANSACTIONS
                ? List.of()
                : List.of(PreflightFinding.refuse("the cluster has " + TRANSACTION_VERSION + " " + transactionVersion
                        + ", exactly-once needs " + SAFE_TRANSACTIONS
                        + ": 'kafka-features.sh upgrade --feature transaction.version=2' on brokers of 4.0 or later"));
    }
}
