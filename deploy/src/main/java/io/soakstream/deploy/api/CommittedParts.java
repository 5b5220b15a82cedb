package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.view.Kept;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.kpi.Kpi;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Window, guards and overrides as the committed topics have them. */
final class CommittedParts {
    private CommittedParts() {}

    static ObjectNode window(RunRows run) {
        Optional<TuningDecision> decision = latest(run, candidate -> candidate.getWindow() != null);
        ObjectNode body = head(run);
        body.put(
                "iterations_total",
                decision.map(TuningDecision::getIterationsTotal).orElse(0));
        body.put("sequence", decision.map(TuningDecision::getSequence).orElse(0L));
        decision.ifPresent(found -> {
            ObjectNode window = Replying.record(found.getWindow());
            window.set("points", points(run, found.getWindow().getIterations()));
            body.set("window", window);
        });
        return body;
    }

    private static ArrayNode points(RunRows run, List<Integer> iterations) {
        ArrayNode points = Replying.object().arrayNode();
        run.decisions().stream()
                .map(row -> row.value().getIterationSummary())
                .filter(summary -> summary != null && iterations.contains(summary.getIteration()))
                .forEach(summary -> points.add(point(summary)));
        return points;
    }

    private static ObjectNode point(IterationSummary summary) {
        ObjectNode point = Replying.object().put("iteration", summary.getIteration());
        for (Kpi kpi : Kpi.values()) {
            if (summary.get(kpi.field()) instanceof Double value && Double.isFinite(value)) {
                point.put(kpi.field(), value);
            }
        }
        return point;
    }

    /** Raw and debounced, of the latest iteration. */
    static ObjectNode guards(RunRows run) {
        Optional<TuningDecision> decision =
                latest(run, candidate -> !candidate.getGuards().isEmpty());
        ObjectNode body = head(run);
        body.put("sequence", decision.map(TuningDecision::getSequence).orElse(0L));
        ArrayNode states = body.putArray("states");
        decision.ifPresent(found -> found.getGuards().forEach(guard -> states.add(Replying.record(guard))));
        decision.map(TuningDecision::getIterationSummary)
                .ifPresent(summary -> body.put("states_iteration", summary.getIteration()));
        body.putNull("guards");
        return body;
    }

    /** The version in force. */
    static ObjectNode overrides(RunRows run) {
        List<Kept<RuntimeOverrides>> versions = run.overrides();
        ObjectNode body = versions.isEmpty() ? Replying.object() : Replying.row(versions.get(versions.size() - 1));
        body.put(
                "verification",
                run.summary()
                        .latest()
                        .map(latest -> latest.getVerification().name())
                        .orElse(null));
        return body.put("provisional", false).put("stale", false);
    }

    private static ObjectNode head(RunRows run) {
        return Replying.object()
                .put("run_key", run.summary().key())
                .put("provisional", false)
                .put("stale", false)
                .put("ended", run.summary().phase().isOver())
                .put("last_iteration", run.summary().lastIteration())
                .put("last_event_time_ms", run.summary().lastEventTimeMs());
    }

    private static Optional<TuningDecision> latest(RunRows run, Predicate<TuningDecision> wanted) {
        return run.decisions().stream().map(Kept::value).filter(wanted).reduce((earlier, later) -> later);
    }
}
