package io.soakstream.deploy.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * TUNING_REPORT.json: one entry for each iteration and how many held what up. Grows by one entry an iteration and is
 * written once, at the end.
 */
final class TuningReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ArrayNode iterations = JSON.arrayNode();
    private int applied;
    private int heldByOscillation;
    private int heldByVelocity;
    private int heldByCooldown;

    void add(IterationSummary iteration, Instant time, String verdict) {
        RecordedTuning tuning = iteration.getRecordedTuning();
        boolean oscillation = tuning.getSkipReasons().contains("oscillation");
        boolean velocity = tuning.getSkipReasons().contains("velocity");
        boolean cooldown = tuning.getSkipReasons().contains("cooldown");
        applied += tuning.getApplied() ? 1 : 0;
        heldByOscillation += oscillation ? 1 : 0;
        heldByVelocity += velocity ? 1 : 0;
        heldByCooldown += cooldown ? 1 : 0;
        ObjectNode entry = iterations.addObject();
        entry.put("iteration", iteration.getIteration());
        entry.put("runtime_utc", time.toString());
        entry.put("net_bps", iteration.getNetBps());
        entry.put("kpi_verdict", verdict);
        ArrayNode drivers = entry.putArray("neg_edge_drivers");
        iteration.getNegEdgeDrivers().forEach(drivers::add);
        ObjectNode proposed = entry.putObject("proposed_deltas");
        for (ParameterValue delta : tuning.getProposed()) {
            proposed.put(delta.getName(), new BigDecimal(delta.getValue()));
        }
        entry.set("suggested_deltas", proposed.deepCopy());
        entry.put("rationale", tuning.getRationale());
        entry.put("applied", tuning.getApplied());
        entry.put("signature", tuning.getStateHash());
        entry.put("state_hash", tuning.getStateHash());
        entry.put("skip_reason", tuning.getApplied() || tuning.getSkipNote() == null ? "" : tuning.getSkipNote());
        ArrayNode changed = entry.putArray("changed_keys");
        tuning.getChangedKeys().forEach(changed::add);
        entry.put("oscillation_detected", oscillation);
        entry.put("velocity_violation", velocity);
        entry.put("cooldown_active", cooldown);
    }

    ObjectNode document() {
        ObjectNode report = JSON.objectNode();
        report.set("iterations", iterations);
        report.putObject("summary")
                .put("count", iterations.size())
                .put("applied", applied)
                .put("blocked_oscillation", heldByOscillation)
                .put("blocked_velocity", heldByVelocity)
                .put("cooldown_skips", heldByCooldown);
        return report;
    }
}
