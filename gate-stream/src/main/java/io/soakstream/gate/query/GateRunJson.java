package io.soakstream.gate.query;

import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.proof.Awaited;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.projection.Projection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a gate knows of a run, as a tree of JSON. Parameters are numbers at the catalogue's scale. */
public final class GateRunJson {
    private GateRunJson() {}

    public static SortedMap<String, Object> tree(GateRun run) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("run_key", run.key());
        tree.put("provisional", true);
        tree.put("stale", run.stale());
        tree.put("last_sequence", run.ledger().lastSequence());
        tree.put("last_iteration", run.ledger().lastIteration());
        tree.put(
                "missing_decision",
                run.ledger().missing().isPresent() ? run.ledger().missing().getAsLong() : null);
        tree.put("awaited", run.ledger().awaited().map(GateRunJson::awaited).orElse(null));
        tree.put(
                "overrides",
                run.ledger().projection().map(GateRunJson::overrides).orElse(null));
        tree.put("policies", run.record().map(GateRunJson::policies).orElse(List.of()));
        tree.put("window", run.record().map(RunRecord::iterations).orElse(List.of()));
        tree.put("tally", run.record().map(record -> tally(record.tally())).orElse(null));
        tree.put("stalled", run.record().map(RunRecord::stalled).orElse(false));
        return tree;
    }

    private static Map<String, Object> awaited(Awaited awaited) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("decision", awaited.id());
        tree.put("iteration", nullable(awaited.iteration()));
        tree.put("command_id", awaited.commandId().orElse(null));
        return tree;
    }

    private static Map<String, Object> overrides(Projection projection) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("version", projection.version());
        tree.put("state_hash", projection.stateHash());
        tree.put("values", numbers(projection.overrides().values()));
        SortedMap<String, Object> document = new TreeMap<>();
        projection.overrides().document().forEach((section, values) -> document.put(section, numbers(values)));
        tree.put("document", document);
        tree.put("auto_tune", projection.switches().autoTune());
        tree.put("commanded_freeze", projection.switches().freeze().total());
        tree.put(
                "commanded_subsystems",
                List.copyOf(projection.switches().freeze().subsystems()));
        tree.put("verification", projection.confirmation().state().name());
        tree.put("echoed_hash", projection.confirmation().lastEcho().orElse(null));
        tree.put("waited_iterations", projection.confirmation().waited());
        tree.put("changed_by_iteration", nullable(projection.confirmation().changedBy()));
        return tree;
    }

    private static Map<String, BigDecimal> numbers(Map<String, BigDecimal> values) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        values.forEach((name, value) -> numbers.put(name, new BigDecimal(Decimals.plain(value))));
        return numbers;
    }

    private static List<Map<String, Object>> policies(RunRecord record) {
        return record.chains().entrySet().stream()
                .map(chain -> policy(chain.getKey(), chain.getValue()))
                .toList();
    }

    private static Map<String, Object> policy(String name, RunRecord.ChainHead head) {
        return new TreeMap<>(Map.of(
                "policy", name,
                "sequence", head.sequence(),
                "verdict", head.level().name(),
                "digest", head.digest(),
                "worst_verdict", head.worst().level().name(),
                "worst_iteration", head.worst().iteration()));
    }

    private static Map<String, Object> tally(TuningTally tally) {
        TuningTally.DeltaQuality quality = tally.quality();
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("outcomes", tally.outcomes());
        tree.put("changed_keys", List.copyOf(tally.changedKeys()));
        tree.put("proposed", quality.proposed());
        tree.put("full", quality.full());
        tree.put("justified", quality.justified());
        tree.put("failed", quality.failed());
        tree.put("stuck", quality.stuck());
        tree.put("unconfirmed", quality.unconfirmed());
        return tree;
    }

    private static Integer nullable(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
