package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.IterationSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the shape of an edge report: {@code runtime.utc}, {@code runtime.version} and the values in {@code total} or, if
 * that is absent or empty, in {@code totals}. Values that the report does not have stay unknown: no default of earlier
 * readers (a latency of 0, an order age of 300 ms, a maker share of 0.6) is put in their place. A latency of exactly 0
 * was the word for "not measured" and is unknown too; any other zero is a value.
 */
final class EdgeReportParser implements IterationShape {
    private final RiskUnit riskUnit;
    private final StartValueRule names;
    private final EdgeCompanions beside;

    /**
     * @param riskUnit declared unit of block ratios
     * @param names flat names of parameters
     * @param beside what lies beside the report
     */
    EdgeReportParser(RiskUnit riskUnit, StartValueRule names, EdgeCompanions beside) {
        this.riskUnit = riskUnit;
        this.names = names;
        this.beside = beside;
    }

    @Override
    public Optional<ParsedIteration> parse(JsonNode root, OptionalInt declared, RejectionList rejections) {
        FieldReader top = new FieldReader(root, "", rejections);
        FieldReader runtime = top.object("runtime");
        FieldReader totals = totals(top);
        IterationSummary summary = new IterationSummary();
        summary.setIteration(IterationNumber.of(top, declared));
        new SummaryFields(riskUnit, names).fill(totals, summary);
        FillFields.fill(totals, beside.weeklyMakerShare().orElse(null), summary);
        blocks(totals, summary);
        summary.setBotVersion(runtime.text("version"));
        return rejections.isEmpty()
                ? Optional.of(
                        new ParsedIteration(rejections.where(), summary, IterationInstant.first(runtime.node("utc"))))
                : Optional.empty();
    }

    private static FieldReader totals(FieldReader top) {
        FieldReader total = top.object("total");
        FieldReader totals = total.isEmpty() ? top.object("totals") : total;
        if (totals.isEmpty()) {
            top.refuse("totals", "there is nothing in it, and nothing in total");
        }
        return totals;
    }

    private void blocks(FieldReader totals, IterationSummary summary) {
        List<BlockReason> stated = BlockFields.stated(totals.object("block_reasons"), riskUnit);
        List<BlockReason> counted = beside.audit().blocks();
        summary.setBlockReasons(stated.isEmpty() ? counted : stated);
        summary.setRiskRatio(first(summary.getRiskRatio(), "risk", stated, counted));
        summary.setMinIntervalRatio(first(summary.getMinIntervalRatio(), "min_interval", stated, counted));
        summary.setConcurrencyRatio(first(summary.getConcurrencyRatio(), "concurrency", stated, counted));
    }

    /** What the totals say outright, else what the report says of the reason, else what the audit log counts. */
    private static Double first(Double outright, String reason, List<BlockReason> stated, List<BlockReason> counted) {
        if (outright != null) {
            return outright;
        }
        Double ratio = ratio(reason, stated);
        return ratio == null ? ratio(reason, counted) : ratio;
    }

    private static Double ratio(String reason, List<BlockReason> blocks) {
        return blocks.stream()
                .filter(block -> block.getReason().equals(reason) && block.getRatio() != null)
                .map(BlockReason::getRatio)
                .findFirst()
                .orElse(null);
    }
}
