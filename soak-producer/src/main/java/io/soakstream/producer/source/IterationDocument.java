package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** An iteration as the object of an {@code ITER_SUMMARY_<n>.json}: what is read from it again is the same iteration. */
public final class IterationDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IterationDocument() {}

    /** @param time event time of the iteration */
    public static ObjectNode of(IterationSummary iteration, Instant time) {
        ObjectNode document = JSON.objectNode();
        document.put("iteration", iteration.getIteration());
        document.set("summary", summary(iteration, time));
        if (iteration.getRecordedTuning() != null) {
            document.set("tuning", tuning(iteration.getRecordedTuning()));
        }
        return document;
    }

    private static ObjectNode summary(IterationSummary iteration, Instant time) {
        ObjectNode summary = JSON.objectNode();
        summary.put("runtime_utc", time.toString());
        summary.put("version", iteration.getBotVersion());
        edge(iteration, summary);
        blocks(iteration, summary);
        latencies(iteration, summary);
        longRun(iteration, summary);
        fills(iteration, summary);
        echo(iteration, summary);
        return summary;
    }

    private static void edge(IterationSummary iteration, ObjectNode summary) {
        summary.put("net_bps", iteration.getNetBps());
        summary.put("gross_bps", iteration.getGrossBps());
        summary.put("fees_eff_bps", iteration.getFeesEffBps());
        summary.put("inventory_bps", iteration.getInventoryBps());
        summary.put("adverse_bps", iteration.getAdverseBps());
        summary.put("slippage_bps", iteration.getSlippageBps());
        summary.put("adverse_bps_p95", iteration.getAdverseBpsP95());
        summary.put("slippage_bps_p95", iteration.getSlippageBpsP95());
        summary.set("neg_edge_drivers", texts(iteration.getNegEdgeDrivers()));
    }

    private static void blocks(IterationSummary iteration, ObjectNode summary) {
        summary.put("risk_ratio", iteration.getRiskRatio());
        summary.put("min_interval_ratio", iteration.getMinIntervalRatio());
        summary.put("concurrency_ratio", iteration.getConcurrencyRatio());
        summary.put("cancel_ratio", iteration.getCancelRatio());
        ObjectNode reasons = summary.putObject("block_reasons");
        for (BlockReason block : iteration.getBlockReasons()) {
            reasons.putObject(block.getReason()).put("count", block.getCount()).put("ratio", block.getRatio());
        }
    }

    private static void latencies(IterationSummary iteration, ObjectNode summary) {
        summary.put("p95_latency_ms", iteration.getP95LatencyMs());
        summary.put("order_age_p95_ms", iteration.getOrderAgeP95Ms());
        summary.put("ws_lag_p95_ms", iteration.getWsLagP95Ms());
    }

    private static void longRun(IterationSummary iteration, ObjectNode summary) {
        summary.put("tick_latency_p50_ms", iteration.getTickLatencyP50Ms());
        summary.put("tick_latency_p95_ms", iteration.getTickLatencyP95Ms());
        summary.put("hit_ratio", iteration.getHitRatio());
        summary.put("deadline_miss_rate", iteration.getDeadlineMissRate());
        summary.put("edge_bps_ema_1h", iteration.getEdgeBpsEma1h());
        summary.put("edge_bps_ema_24h", iteration.getEdgeBpsEma24h());
        summary.put("ws_lag_max_ms", iteration.getWsLagMaxMs());
        summary.put("elapsed_ms", iteration.getElapsedMs());
    }

    private static void fills(IterationSummary iteration, ObjectNode summary) {
        Fills fills = iteration.getFills();
        if (fills != null && fills.getTotalCount() != null) {
            summary.put("fills", fills.getTotalCount());
        } else if (fills != null) {
            summary.putObject("fills")
                    .put("maker_count", fills.getMakerCount())
                    .put("taker_count", fills.getTakerCount())
                    .put("maker_volume", fills.getMakerVolume())
                    .put("taker_volume", fills.getTakerVolume());
        }
        summary.put("maker_taker_ratio", iteration.getMakerTakerRatio());
        summary.put("maker_taker_source", iteration.getMakerTakerSource());
    }

    private static void echo(IterationSummary iteration, ObjectNode summary) {
        if (!iteration.getEffectiveOverrides().isEmpty()) {
            summary.set("effective_overrides", values(iteration.getEffectiveOverrides()));
        }
        if (iteration.getOverridesHash() != null) {
            summary.put("overrides_hash", iteration.getOverridesHash());
        }
        // Whoever changed in the middle of an iteration need not know any hash.
        if (iteration.getOverridesHash() != null || iteration.getMixed()) {
            summary.put("mixed", iteration.getMixed());
        }
    }

    private static ObjectNode tuning(RecordedTuning recorded) {
        ObjectNode tuning = JSON.objectNode();
        tuning.put("applied", recorded.getApplied());
        tuning.set("proposed_deltas", values(recorded.getProposed()));
        tuning.set("changed_keys", texts(recorded.getChangedKeys()));
        ObjectNode skip = tuning.putObject("skip_reason");
        recorded.getSkipReasons().forEach(reason -> skip.put(reason, true));
        if (recorded.getSkipNote() != null) {
            skip.put("note", recorded.getSkipNote());
        }
        tuning.put("rationale", recorded.getRationale());
        tuning.put("state_hash", recorded.getStateHash());
        tuning.put("freeze_triggered", recorded.getFreezeTriggered());
        return tuning;
    }

    private static ObjectNode values(List<ParameterValue> values) {
        ObjectNode object = JSON.objectNode();
        values.forEach(value -> object.put(value.getName(), new BigDecimal(value.getValue())));
        return object;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
