package io.soakstream.gate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.comparison.RunComparison.Result;
import io.soakstream.schemas.kpi.Kpi;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {
    private static final int LONG = 60;

    /** A run is never worse than itself, however short it is. */
    @Property(tries = 200)
    void shouldPassAgainstItself(@ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -3, max = 9) Double> values) {
        // Given
        ComparedRun run = run("PASS", values);

        // When
        RunComparison comparison = RunComparison.of(run, run);

        // Then
        assertThat(comparison.result()).isEqualTo(Result.NOT_WORSE);
        assertThat(comparison.kpis()).extracting(KpiComparison::answer).containsOnly(Answer.SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "NET_BPS, -1, WORSE, WORSE",
        "NET_BPS, 1, BETTER, NOT_WORSE",
        "P95_LATENCY_MS, 1, WORSE, WORSE",
        "P95_LATENCY_MS, -1, BETTER, NOT_WORSE",
        "RISK_RATIO, 1, WORSE, WORSE",
        "MAKER_TAKER_RATIO, -1, WORSE, WORSE",
        "CANCEL_RATIO, 1, WORSE, NOT_WORSE"
    })
    void shouldKnowWhichWayIsGood(Kpi kpi, double shift, Answer answer, Result result) {
        // Given
        List<Double> before = noisy(LONG, 3, 1);
        List<Double> after = noisy(LONG, 3 + shift, 2);

        // When
        RunComparison comparison = RunComparison.of(run("PASS", before), with(run("PASS", before), kpi, after));

        // Then
        assertThat(of(comparison, kpi).answer()).isEqualTo(answer);
        assertThat(of(comparison, kpi).changedForTheBetter()).contains(answer == Answer.BETTER);
        assertThat(comparison.result()).isEqualTo(result);
    }

    @Test
    void shouldSayHowManyIterationsAreMissing() {
        // Given
        ComparedRun before = run("PASS", noisy(8, 3, 1));
        ComparedRun after = run("PASS", noisy(8, 3.1, 2));

        // When
        RunComparison comparison = RunComparison.of(before, after);

        // Then
        KpiComparison net = of(comparison, Kpi.NET_BPS);
        assertThat(net.answer()).isEqualTo(Answer.INSUFFICIENT_EVIDENCE);
        assertThat(net.needed()).isPresent();
        assertThat(comparison.result()).isEqualTo(Result.INSUFFICIENT_EVIDENCE);
        assertThat(ComparisonText.render(comparison)).contains("more iteration(s) of the candidate are needed");
        assertThat(ComparisonJson.render(comparison)).contains("\"iterations_needed\":{\"baseline\":");
    }

    @Test
    void shouldSeeThatNothingCountsWhereThereIsEnough() {
        // When
        RunComparison comparison = RunComparison.of(run("PASS", noisy(200, 3, 1)), run("PASS", noisy(200, 3.001, 2)));

        // Then
        assertThat(of(comparison, Kpi.NET_BPS).answer()).isEqualTo(Answer.SAME);
        assertThat(comparison.result()).isEqualTo(Result.NOT_WORSE);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, PASS, NOT_WORSE",
        "PASS, WARN, WORSE",
        "PASS, INCONCLUSIVE, WORSE",
        "WARN, FAIL, WORSE",
        "FAIL, PASS, NOT_WORSE",
        "INCONCLUSIVE, WARN, NOT_WORSE"
    })
    void shouldGoByTheVerdictToo(String before, String after, Result result) {
        // Given
        List<Double> values = noisy(LONG, 3, 1);

        // When // Then
        assertThat(RunComparison.of(run(before, values), run(after, values)).result())
                .isEqualTo(result);
    }

    /** The example of the published release notes. */
    @Test
    void shouldPrintThePublishedLines() {
        // Given
        ComparedRun before = new ComparedRun(
                "before",
                by("PASS"),
                Map.of(Kpi.RISK_RATIO, 0.395, Kpi.MAKER_TAKER_RATIO, 0.85, Kpi.P95_LATENCY_MS, 320.0, Kpi.NET_BPS, 0.0),
                Map.of());
        ComparedRun after = new ComparedRun(
                "after",
                by("WARN"),
                Map.of(
                        Kpi.RISK_RATIO,
                        0.410,
                        Kpi.MAKER_TAKER_RATIO,
                        0.8125,
                        Kpi.P95_LATENCY_MS,
                        305.0,
                        Kpi.NET_BPS,
                        1.0),
                Map.of());

        // When
        String lines = ComparisonText.published(RunComparison.of(before, after));

        // Then
        assertThat(lines).isEqualTo("""

                        Baseline vs Current:
                          risk_ratio.mean: 0.395 → 0.410 (+3.8%)
                          maker_taker_ratio.mean: 0.850 → 0.812 (-4.4%)
                          p95_latency_ms.mean: 320.000 → 305.000 (-4.7%)
                          verdict: PASS → WARN
                        """);
    }

    @Test
    void shouldNotTestWhatOnlyASnapshotTells() {
        // Given
        ComparedRun snapshot = new ComparedRun("snapshot", by("PASS"), Map.of(Kpi.NET_BPS, 3.138), Map.of());
        ComparedRun same = run("PASS", List.of(3.1375));
        ComparedRun other = run("PASS", List.of(4.0));

        // When // Then
        assertThat(of(RunComparison.of(snapshot, same), Kpi.NET_BPS).answer()).isEqualTo(Answer.SAME);
        assertThat(of(RunComparison.of(snapshot, other), Kpi.NET_BPS).answer()).isEqualTo(Answer.INSUFFICIENT_EVIDENCE);
        assertThat(of(RunComparison.of(snapshot, same), Kpi.RISK_RATIO).answer())
                .isEqualTo(Answer.NODATA);
        assertThat(ComparisonText.render(RunComparison.of(snapshot, other)))
                .contains("only a snapshot of one side is left");
    }

    @Test
    void shouldSayThatIterationsFollowFromOneAnother() {
        // Given
        List<Double> rising =
                IntStream.range(0, LONG).mapToObj(i -> 1 + i / 10.0).toList();
        List<Double> falling =
                IntStream.range(0, LONG).mapToObj(i -> 9 - i / 9.0).toList();

        // When
        RunComparison comparison = RunComparison.of(run("PASS", rising), run("PASS", falling));

        // Then
        assertThat(of(comparison, Kpi.NET_BPS).caveats())
                .singleElement()
                .asString()
                .contains("autocorrelation 0.9", "60 and 60 of them weigh like");
    }

    /** Four tests at 5 % would speak by chance in nearly one of five comparisons. */
    @Test
    void shouldCorrectForSeveralTests() {
        // When
        RunComparison comparison = RunComparison.of(run("PASS", noisy(10, 3, 1)), run("PASS", noisy(10, 3.2, 2)));

        // Then
        assertThat(comparison.deciding())
                .allSatisfy(kpi -> assertThat(kpi.adjustedP().orElseThrow())
                        .isGreaterThanOrEqualTo(kpi.test().orElseThrow().pValue()));
    }

    /** What another policy says, or one of another version, is neither better nor worse. */
    @Test
    void shouldCompareVerdictsOfTheSamePolicyAlone() {
        // Given
        List<Double> values = noisy(LONG, 3, 1);
        ComparedRun snapshot = judged(values, new ComparedVerdict("snapshot", Optional.empty(), "WARN"));
        ComparedRun both =
                judged(values, release("1", "FAIL"), new ComparedVerdict("snapshot", Optional.of("1"), "WARN"));
        ComparedRun passed = judged(values, release("1", "PASS"));
        ComparedRun failedByAnother = judged(values, release("2", "FAIL"));

        // When
        RunComparison bySnapshot = RunComparison.of(snapshot, both);
        RunComparison byNone = RunComparison.of(passed, failedByAnother);

        // Then
        assertThat(bySnapshot.result()).isEqualTo(Result.NOT_WORSE);
        assertThat(bySnapshot.judged().orElseThrow().candidate().policy()).isEqualTo("snapshot");
        assertThat(byNone.result()).isEqualTo(Result.NOT_WORSE);
        assertThat(ComparisonText.render(byNone))
                .contains("no policy is known to have judged both", "PASS by policy release (version 1)");
        assertThat(ComparisonJson.render(byNone)).contains("\"policy\":null");
        assertThat(RunComparison.of(passed, both).result()).isEqualTo(Result.WORSE);
    }

    private static ComparedVerdict release(String version, String level) {
        return new ComparedVerdict("release", Optional.of(version), level);
    }

    private static List<ComparedVerdict> by(String level) {
        return List.of(release("1", level));
    }

    private static ComparedRun judged(List<Double> values, ComparedVerdict... verdicts) {
        ComparedRun run = run("PASS", values);
        return new ComparedRun(run.name(), List.of(verdicts), run.means(), run.iterations());
    }

    private static KpiComparison of(RunComparison comparison, Kpi kpi) {
        return comparison.kpis().stream()
                .filter(compared -> compared.kpi() == kpi)
                .findFirst()
                .orElseThrow();
    }

    /** The same values of every KPI. */
    private static ComparedRun run(String verdict, List<Double> values) {
        Map<Kpi, Double> means = new EnumMap<>(Kpi.class);
        Map<Kpi, List<Double>> iterations = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            means.put(kpi, mean(values));
            iterations.put(kpi, values);
        }
        return new ComparedRun("run", by(verdict), means, iterations);
    }

    private static ComparedRun with(ComparedRun run, Kpi kpi, List<Double> values) {
        Map<Kpi, Double> means = new EnumMap<>(run.means());
        means.put(kpi, mean(values));
        Map<Kpi, List<Double>> iterations = new EnumMap<>(run.iterations());
        iterations.put(kpi, values);
        return new ComparedRun(run.name(), run.verdicts(), means, iterations);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Values around a level that do not follow from one another: the fractions of multiples of the golden ratio. */
    private static List<Double> noisy(int count, double level, int seed) {
        return DoubleStream.iterate(seed * 0.37, last -> (last + 0.6180339887498949) % 1)
                .limit(count)
                .mapToObj(fraction -> level + fraction - 0.5)
                .toList();
    }
}
