package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the topologies make of a script without broker, commits, threads of a stream and other runs beside: a defect that
 * all runs on a broker have in common shows here.
 */
record OfflineOracle(EventScript script) {

    /** @throws AssertionError the outputs are not those of the offline pipeline */
    void require(Outputs outputs) {
        Map<String, OfflinePipeline.Result> byRun = new LinkedHashMap<>();
        script.byRun().forEach((run, events) -> byRun.put(run, judge(events)));
        assertThat(byRun).as("runs of the script").hasSize(ProofOptions.RUNS);
        assertThat(verdicts(outputs.of("verdicts")))
                .as("identity and digest of every verdict, in order")
                .isEqualTo(mapped(byRun, result -> result.verdicts().stream()
                        .map(OfflineOracle::text)
                        .toList()));
        assertThat(reasons(outputs.of("dead-letters")))
                .as("reason of every dead letter, in order")
                .isEqualTo(mapped(byRun, result -> result.refusals().stream()
                        .map(refusal -> refusal.substring(refusal.indexOf(": ") + 2))
                        .toList()));
        assertThat(outputs.of("decisions")).as("decisions").hasSize(script.decisions());
    }

    private static OfflinePipeline.Result judge(List<SoakEvent> events) {
        try (OfflinePipeline pipeline = new OfflinePipeline(ProofKeys.config(), GateConfig.defaults())) {
            return pipeline.run(events);
        }
    }

    private static String text(Verdict verdict) {
        return verdict.getId() + " " + verdict.getDigest();
    }

    private static Map<String, List<String>> mapped(
            Map<String, OfflinePipeline.Result> byRun, Function<OfflinePipeline.Result, List<String>> lines) {
        Map<String, List<String>> mapped = new LinkedHashMap<>();
        byRun.forEach((run, result) -> mapped.put(run, lines.apply(result)));
        mapped.values().removeIf(List::isEmpty);
        return mapped;
    }

    private static Map<String, List<String>> verdicts(List<OutputRecord> verdicts) {
        return byKey(verdicts, verdict -> verdict.id() + " " + verdict.digest());
    }

    private static Map<String, List<String>> reasons(List<OutputRecord> letters) {
        return byKey(letters, OutputRecord::id);
    }

    private static Map<String, List<String>> byKey(List<OutputRecord> records, Function<OutputRecord, String> line) {
        return records.stream()
                .collect(Collectors.groupingBy(OutputRecord::key, Collectors.mapping(line, Collectors.toList())));
    }
}
