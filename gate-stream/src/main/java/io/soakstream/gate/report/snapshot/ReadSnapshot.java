package io.soakstream.gate.report.snapshot;

import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A snapshot as it was read, whatever its schema.
 *
 * @param source file that it is from
 * @param schemaVersion 1.1 or 1.2
 * @param passCount iterations that pass (1.1), or goals met (1.2) (count)
 * @param iterationsTotal iterations of the run; empty: schema 1.1 does not say (count)
 * @param iterationsAnalyzed numbers of those in the window; empty: schema 1.1 does not say
 * @param kpis statistics over the window, of the KPIs that it has
 * @param goals goal to whether it is met, in the file's order; empty for schema 1.1
 * @param policy empty: it does not say, as for {@code policyVersion}
 * @param digest of the verdict; empty: it does not say
 */
public record ReadSnapshot(
        String source,
        String schemaVersion,
        VerdictLevel verdict,
        boolean freezeReady,
        int passCount,
        OptionalInt iterationsTotal,
        List<Integer> iterationsAnalyzed,
        Map<Kpi, Statistics> kpis,
        Map<String, Boolean> goals,
        Optional<String> policy,
        Optional<String> policyVersion,
        Optional<String> digest) {

    /** Of one KPI over the window, in its unit; empty: the schema does not have it, or the window no value. */
    public record Statistics(
            Optional<Double> mean, Optional<Double> median, Optional<Double> min, Optional<Double> max) {}

    public ReadSnapshot {
        iterationsAnalyzed = List.copyOf(iterationsAnalyzed);
        kpis = kpis.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(kpis));
        goals = Collections.unmodifiableMap(new LinkedHashMap<>(goals));
    }

    /** Mean over the window; empty: there is none (unit of the KPI). */
    public Optional<Double> mean(Kpi kpi) {
        return Optional.ofNullable(kpis.get(kpi)).flatMap(Statistics::mean);
    }
}
