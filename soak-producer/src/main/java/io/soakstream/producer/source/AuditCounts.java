package io.soakstream.producer.source;

import io.soakstream.schemas.contract.BlockReason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Order decisions of one iteration as its audit log has them.
 *
 * @param decisions number of decisions (count) by reason, {@code allowed} among them
 */
record AuditCounts(Map<String, Long> decisions) {
    static final String ALLOWED = "allowed";
    static final String OTHER = "other";

    AuditCounts {
        decisions = new TreeMap<>(decisions);
    }

    /** A log without a single decision: nothing is known. */
    static AuditCounts none() {
        return new AuditCounts(Map.of());
    }

    long total() {
        return decisions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Blocked decisions by reason with their share of all decisions; empty if there were none at all. */
    List<BlockReason> blocks() {
        long total = total();
        return total == 0
                ? List.of()
                : BlockFields.REASONS.stream()
                        .map(reason -> block(reason, decisions.getOrDefault(reason, 0L), total))
                        .toList();
    }

    private static BlockReason block(String reason, long count, long total) {
        return new BlockReason(reason, count, (double) count / total);
    }
}
