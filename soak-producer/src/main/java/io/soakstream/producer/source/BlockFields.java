package io.soakstream.producer.source;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.schemas.contract.BlockReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocked orders by reason: {@code block_reasons} ({reason: {count, ratio}}), else {@code blocks} ({counts, total}) of the
 * audit log, whose ratios are taken from its counts.
 */
final class BlockFields {
    /** Sorted, as the event has them. */
    static final List<String> REASONS = List.of("concurrency", "min_interval", "other", "risk", "throttle");

    private BlockFields() {}

    static List<BlockReason> read(FieldReader fields, RiskUnit riskUnit) {
        return fields.has("block_reasons")
                ? stated(fields.object("block_reasons"), riskUnit)
                : counted(fields.object("blocks"));
    }

    /** {@code {reason: {count, ratio}}}. */
    static List<BlockReason> stated(FieldReader reasons, RiskUnit riskUnit) {
        List<BlockReason> blocks = new ArrayList<>();
        for (String reason : REASONS) {
            if (reasons.has(reason)) {
                FieldReader block = reasons.object(reason);
                blocks.add(new BlockReason(reason, block.count("count"), block.ratio("ratio", riskUnit)));
            }
        }
        return blocks;
    }

    private static List<BlockReason> counted(FieldReader audit) {
        FieldReader counts = audit.object("counts");
        Long total = audit.count("total");
        List<BlockReason> blocks = new ArrayList<>();
        for (String reason : REASONS) {
            Long count = counts.count(reason);
            // A total of 0 is an audit log without a single line: nothing is known.
            if (count != null && total != null && total > 0) {
                blocks.add(new BlockReason(reason, count, ratio(audit, reason, count, total)));
            }
        }
        return blocks;
    }

    private static Double ratio(FieldReader audit, String reason, long count, long total) {
        if (count > total) {
            audit.refuse("counts." + reason, count + " is more than the total of " + total);
            return null;
        }
        return (double) count / total;
    }
}
