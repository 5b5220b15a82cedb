package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded edge reports against what an earlier system made of them, where that is right. */
class EdgeReportsTest {
    private static final Path REPORTS = Path.of("../soak-producer/src/test/resources/recorded");
    private static final Path SUMMARIES = Path.of("src/test/resources/recorded");
    private static final Path DECISIONS = Path.of("../tuner-stream/src/test/resources/decisions");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scen_aggressive_to_caps",
                "scen_counts_only",
                "scen_freeze_candidate",
                "scen_high_risk_persistent",
                "scen_latency_sweep",
                "scen_maker_boost",
                "scen_negative_streak",
                "scen_normalize"
            })
    void shouldReadTheFiguresOfTheRecordedSummaries(String scenario) throws IOException {
        // When
        List<IterationSummary> reports = iterations(REPORTS.resolve(scenario).resolve("edge_reports"));

        // Then
        List<IterationSummary> summaries = iterations(SUMMARIES.resolve(scenario));
        assertThat(reports)
                .extracting(EdgeReportsTest::comparable)
                .isEqualTo(summaries.stream().map(EdgeReportsTest::comparable).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scen_aggressive_to_caps",
                "scen_freeze_candidate",
                "scen_high_risk_persistent",
                "scen_latency_sweep",
                "scen_maker_boost",
                "scen_negative_streak",
                "scen_normalize"
            })
    void shouldDecideTheSameByEdgeReports(String scenario) throws IOException {
        // When
        Cli.Ended result = Cli.run(
                "explain",
                "--all",
                "--json",
                "--recording",
                REPORTS.resolve(scenario).toString());

        // Then
        assertThat(result.exitCode()).isZero();
        assertThat(lines(result.out().lines().toList()))
                .isEqualTo(lines(Files.readAllLines(DECISIONS.resolve(scenario).resolve("expected-decisions.jsonl"))));
    }

    /** Without what the earlier system added or left out. */
    private static IterationSummary comparable(IterationSummary summary) {
        summary.setRecordedTuning(null);
        summary.setBlockReasons(List.of());
        summary.setCancelRatio(null);
        summary.setWsLagP95Ms(null);
        return summary;
    }

    private static List<IterationSummary> iterations(Path path) throws IOException {
        return new SoakReader()
                .read(path, ReadOptions.defaults()).events().stream()
                        .map(SoakEvent::getIterationSummary)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static List<JsonNode> lines(List<String> lines) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(JSON.readTree(line));
        }
        return read;
    }
}
