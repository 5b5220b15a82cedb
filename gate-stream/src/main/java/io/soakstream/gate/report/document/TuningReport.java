package io.soakstream.gate.report.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.gate.report.JsonText;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * TUNING_REPORT.json under the published names: one entry for each iteration and how many held what up. Grows by one entry
 * an iteration and is written once, at the end.
 */
public final class TuningReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SKIP_FLAGS = List.of("cooldown", "freeze", "no_op", "oscillation", "velocity");

    private final ArrayNode iterations = JSON.arrayNode();
    private int applied;
    private int heldByOscillation;
    private int heldByVelocity;
    private int heldByCooldown;

    /** Of a whole run; the verdicts are those of the policy that leads the report. */
    static String of(ReportInput input) {
        TuningReport report = new TuningReport();
        String policy = input.leading().getPolicy();
        for (IterationAccount iteration : input.account().iterations()) {
            report.add(
                    iteration.summary(),
                    AccountedTuning.of(iteration),
                    iteration.eventTime(),
                    iteration
                            .verdict(policy)
                            .map(Verdict::getVerdict)
                            .map(Enum::name)
                            .orElse(null));
        }
        return report.text();
    }

    /**
     * One more iteration.
     *
     * @param tuning what was done in it
     * @param verdict about it; null: there is none
     */
    public void add(IterationSummary iteration, RecordedTuning tuning, Instant time, String verdict) {
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
            proposed.put(
                    delta.getName(), GivenDecimals.readable(delta.getValue()).orElse(null));
        }
        entry.set("suggested_deltas", proposed.deepCopy());
        entry.put("rationale", tuning.getRationale());
        entry.put("applied", tuning.getApplied());
        entry.put("signature", tuning.getStateHash());
        entry.put("state_hash", tuning.getStateHash());
        skip(entry, tuning);
        ArrayNode changed = entry.putArray("changed_keys");
        tuning.getChangedKeys().forEach(changed::add);
        entry.put("oscillation_detected", oscillation);
        entry.put("velocity_violation", velocity);
        entry.put("cooldown_active", cooldown);
    }

    /** As published: an empty text where something was applied, else the flags and a note. */
    private static void skip(ObjectNode entry, RecordedTuning tuning) {
        if (tuning.getApplied()) {
            entry.put("skip_reason", "");
            return;
        }
        ObjectNode reason = entry.putObject("skip_reason");
        SKIP_FLAGS.forEach(flag -> reason.put(flag, tuning.getSkipReasons().contains(flag)));
        reason.put("note", tuning.getSkipNote() == null ? "" : tuning.getSkipNote());
    }

    /** Of everything that was added. */
    public String text() {
        ObjectNode report = JSON.objectNode();
        report.set("iterations", iterations);
        report.putObject("summary")
                .put("count", iterations.size())
                .put("applied", applied)
                .put("blocked_oscillation", heldByOscillation)
                .put("blocked_velocity", heldByVelocity)
                .put("cooldown_skips", heldByCooldown);
        return JsonText.pretty(report);
    }
}
