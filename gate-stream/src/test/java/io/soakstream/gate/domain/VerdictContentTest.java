package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What goes into a digest, byte for byte, as docs/digest.md tells programs in other languages. */
class VerdictContentTest {
    private static final String PREVIOUS = "a".repeat(64);

    private static final String CONTENT = """
            {"anomalies":1,\
            "applied_iterations":[1,3],\
            "changed_keys":["impact_cap_ratio","tail_age_ms"],\
            "delta_quality":[9,4,3,2,1],\
            "guards":{"cooldown":[],"freeze":[3],"latency_hard":[],"latency_soft":[],\
            "oscillation":[],"velocity":[1,3]},\
            "iteration":3,"iterations_total":5,\
            "missing":["missed:maker_taker_ratio:mean:0.8:>=:0.83","insufficient_iterations:2:8",\
            "nodata:p95_latency_ms","insufficient_samples:net_bps:1:2"],\
            "outcomes":{"applied":2,"no_op":1,"no_op:no_change":1},\
            "policy":"release","policy_version":"1",\
            "reasons":["missed:maker_taker_ratio:mean:0.8:>=:0.83","insufficient_iterations:2:8",\
            "nodata:p95_latency_ms","insufficient_samples:net_bps:1:2"],\
            "results":[["maker_taker_ok","maker_taker_ratio","mean",">=",0.83,"soft",2,0.8,"FAILED"],\
            ["p95_latency_ok","p95_latency_ms","max","<=",340,"soft",0,null,"NODATA"],\
            ["risk_ok","risk_ratio","median","<=",0.4,"hard",2,0.4,"INSUFFICIENT"],\
            ["net_bps_ok","net_bps","mean",">=",2.5,"hard",1,3,"INSUFFICIENT"]],\
            "signature_loops":1,\
            "verdict":"INCONCLUSIVE",\
            "window":{"capacity":8,"gaps":[2],"iterations":[1,3],"kpis":[\
            ["maker_taker_ratio",2,0,0.8,0.8,0.8,0.8,0.8,0.8,"FLAT"],\
            ["p95_latency_ms",0,2],\
            ["risk_ratio",2,0,0.3,0.4,0.4,0.3,0.5,null,"DOWN"],\
            ["net_bps",1,1,3,3,3,3,3,null,"FLAT"]]}}""";

    private final Policy release = PolicyReader.read("release");

    @Test
    void shouldBeTheHashOfWhatTheContractSays() {
        // Given
        JudgedWindow window = new JudgedWindow(
                8,
                List.of(1, 3),
                List.of(2),
                List.of(
                        KpiStatistics.of(Kpi.MAKER_TAKER_RATIO, List.of(0.8, 0.8), 0),
                        KpiStatistics.of(Kpi.P95_LATENCY_MS, List.of(), 2),
                        KpiStatistics.of(Kpi.RISK_RATIO, List.of(0.5, 0.3), 0),
                        KpiStatistics.of(Kpi.NET_BPS, List.of(3.0), 1)));
        WindowFindings findings = WindowFindings.of(
                List.of(facts(1, 0.3, "A", "velocity"), facts(2, 0.5, "B"), facts(3, 0.3, "A", "freeze", "velocity")));
        TuningTally tally = new TuningTally(
                new TreeMap<>(Map.of("applied", 2L, "no_op", 1L, "no_op:no_change", 1L)),
                List.of(1, 3),
                new TreeSet<>(List.of("tail_age_ms", "impact_cap_ratio")),
                new TuningTally.DeltaQuality(9, 4, 3, 2, 1, 5),
                0);

        // When
        String digest =
                VerdictContent.digest(PREVIOUS, release, 3, 5, judgement(window), window, findings, tally, false);

        // Then
        assertThat(digest).isEqualTo(Sha256.hex(PREVIOUS + "\n" + CONTENT));
    }

    @Test
    void shouldCoverTheEndOfARunAndWhatAnIterationMustMeet() {
        // Given
        Policy snapshot = PolicyReader.read("snapshot");
        Evidence nothing = new Evidence(JudgedWindow.unknown(List.of()), RunRecord.empty());
        WindowFindings findings = WindowFindings.of(List.of());
        String content = """
                {"anomalies":0,"applied_iterations":[],"changed_keys":[],"delta_quality":[0,0,0,0,0],\
                "guards":{"cooldown":[],"freeze":[],"latency_hard":[],"latency_soft":[],"oscillation":[],"velocity":[]},\
                "iteration":0,"iterations_total":0,"last":true,\
                "missing":["insufficient_iterations:0:0"],"outcomes":{},\
                "per_iteration":[["maker_taker_ratio",">=",0.85],["p95_latency_ms","<=",350],\
                ["risk_ratio","<=",0.42],["net_bps",">=",2.7]],\
                "policy":"snapshot","policy_version":"1","reasons":["insufficient_iterations:0:0"],\
                "results":[],"signature_loops":0,"verdict":"INCONCLUSIVE",\
                "window":{"capacity":0,"gaps":[],"iterations":[],"kpis":[]}}""";

        // When
        String digest = VerdictContent.digest(
                "",
                snapshot,
                0,
                0,
                Judgement.inconclusive(List.of(Reason.of(Reason.INSUFFICIENT_ITERATIONS, 0, 0))),
                nothing.window(),
                findings,
                TuningTally.empty(),
                true);

        // Then
        assertThat(digest).isEqualTo(Sha256.hex("\n" + content));
    }

    private Judgement judgement(JudgedWindow window) {
        return Judge.judge(release, new Evidence(window, RunRecord.empty()));
    }

    private static IterationFacts facts(int iteration, double risk, String hash, String... guards) {
        return new IterationFacts(iteration, Map.of(Kpi.RISK_RATIO, risk), Optional.of(hash), List.of(guards), false);
    }
}
