package io.soakstream.gate.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.account.Accounts;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    @Test
    void shouldLetAShareOfZeroShow() {
        // Given
        RunAccount account =
                Accounts.of(directory, List.of(DecisionStory.implied().iteration(1)));
        List<Verdict> verdicts = account.lasts();
        KpiStatistics share = verdicts.get(0).getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals("maker_taker_ratio"))
                .findFirst()
                .orElseThrow();
        share.setHarmonicMean(0.0);
        share.setSamples(3);

        // When
        String metrics = render(account, verdicts);

        // Then
        assertThat(metrics)
                .contains("\nmaker_taker_ratio_hmean{window=\"8\"} 0.000000\n")
                .contains("\nmaker_taker_ratio_hmean_samples{window=\"8\"} 3\n");
    }

    @Test
    void shouldNotMakeAZeroOfWhatIsUnknown() {
        // Given
        TuningDecision decision = DecisionStory.implied().iteration(1);
        decision.getIterationSummary().setMakerTakerRatio(null);
        decision.getWindow()
                .setStatistics(decision.getWindow().getStatistics().stream()
                        .filter(entry -> !entry.getKpi().equals("maker_taker_ratio"))
                        .toList());
        RunAccount account = Accounts.of(directory, List.of(decision));

        // When
        String metrics = render(account, account.lasts());

        // Then
        assertThat(metrics)
                .contains("\nmaker_taker_ratio_hmean{window=\"8\"} NaN\n")
                .contains("\nmaker_taker_ratio_hmean_samples{window=\"8\"} 0\n")
                .contains("\nmaker_share_pct NaN\n")
                .contains("\nsoak_delta_full_apply_ratio NaN\n")
                .doesNotContain("\nsoak_maker_taker_ratio{");
    }

    @Test
    void shouldCountTheRunBesideTheWindow() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = new ArrayList<>();
        decisions.add(story.iteration(1, Moves.of("tail_age_ms", "30").dropping("tail_age_ms", "velocity")));
        for (int i = 2; i <= 9; i++) {
            decisions.add(story.iteration(i));
        }
        RunAccount account = Accounts.of(directory, decisions);

        // When
        String metrics = render(account, account.lasts());

        // Then
        assertThat(metrics)
                .contains("# TYPE soak_guards_velocity_count gauge\nsoak_guards_velocity_count 0\n")
                .contains("# TYPE soak_guards_velocity_total counter\nsoak_guards_velocity_total 1\n")
                .contains("\nguard_triggers_total{type=\"velocity\"} 1\n")
                .contains("\nsoak_delta_partial_ok_count 1\n")
                .contains("\nsoak_iterations_total 9\n");
    }

    @Test
    void shouldNameThePhaseOfEveryIteration() {
        // Given
        DecisionStory story = DecisionStory.declared(RunStarted.newBuilder()
                .setSchedule(List.of(new ScheduledValues(1, List.of())))
                .build());
        RunAccount account = Accounts.of(directory, List.of(story.started(), story.iteration(1), story.iteration(2)));

        // When
        String metrics = render(account, account.lasts());

        // Then
        assertThat(metrics)
                .contains("soak_phase_name{iteration=\"1\",phase=\"WARMUP\"} 0\n")
                .contains("soak_phase_name{iteration=\"2\",phase=\"STEADY\"} 2\n")
                .contains("warmup_iter_idx{iteration=\"1\"} 1\nwarmup_iter_idx{iteration=\"2\"} 0\n");
    }

    @Test
    void shouldGiveTheShareByVolumeFirst() {
        // Given
        DecisionStory story = DecisionStory.implied();
        RunAccount account = Accounts.of(
                directory,
                List.of(story.iteration(
                        Events.healthy(1)
                                .setFills(io.soakstream.schemas.contract.Fills.newBuilder()
                                        .setMakerCount(1L)
                                        .setTakerCount(1L)
                                        .setMakerVolume(3.0)
                                        .setTakerVolume(1.0)
                                        .build())
                                .build(),
                        Moves.none())));

        // When
        String metrics = render(account, account.lasts());

        // Then
        assertThat(metrics).contains("\nmaker_share_pct 75.00\n");
    }

    private static String render(RunAccount account, List<Verdict> verdicts) {
        return RunMetrics.render(account, verdicts, DeltaVerification.of(account));
    }
}
