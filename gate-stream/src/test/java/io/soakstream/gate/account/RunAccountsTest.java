package io.soakstream.gate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.gate.domain.Anomaly;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAccountsTest {
    private static final Moves SLOWER = Moves.of("min_interval_ms", "5");

    @TempDir
    Path directory;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    @Test
    void shouldTellWhatWasProposedAndWhatItCameTo() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions =
                List.of(story.iteration(1, SLOWER.and("tail_age_ms", "30").dropping("tail_age_ms", "velocity")));

        // When
        TuningAccount tuning = only(Accounts.of(directory, decisions)).tuning();

        // Then
        assertThat(tuning.outcome()).isEqualTo(ApplicationOutcome.APPLIED);
        assertThat(tuning.proposed())
                .extracting(ProposedMove::parameter)
                .containsExactly("min_interval_ms", "tail_age_ms");
        assertThat(tuning.dropped()).containsExactly(new DroppedMove("tail_age_ms", List.of("velocity")));
        ChangedValue changed = tuning.changed().get(0);
        assertThat(changed.parameter()).isEqualTo("min_interval_ms");
        assertThat(changed.before()).contains(new BigDecimal("60"));
        assertThat(changed.after()).contains(new BigDecimal("65"));
        assertThat(tuning.hashBefore()).isPresent().isNotEqualTo(tuning.hashAfter());
    }

    @Test
    void shouldKnowWhatAnEchoLaterConfirmed() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = new ArrayList<>();
        decisions.add(story.echoing(1, story.hash(), SLOWER));
        decisions.add(story.echoing(2, story.hash(), Moves.none()));

        // When
        RunAccount account = Accounts.of(directory, decisions);

        // Then
        assertThat(account.iteration(1).orElseThrow().verification()).isEqualTo(Verification.PENDING);
        assertThat(account.iteration(1).orElseThrow().settled())
                .map(IterationAccount.Settlement::outcome)
                .contains(ApplicationOutcome.CONFIRMED);
        assertThat(account.iteration(2).orElseThrow().settled()).isEmpty();
    }

    @Test
    void shouldSayWhatTheGateCouldNotDerive() {
        // Given
        TuningDecision spoiled = DecisionStory.implied().iteration(1, SLOWER);
        spoiled.setResultHash("0".repeat(64));

        // When
        TuningAccount tuning = only(Accounts.of(directory, List.of(spoiled))).tuning();

        // Then
        assertThat(tuning.outcome()).isEqualTo(ApplicationOutcome.MISMATCH);
        assertThat(tuning.reason()).contains("projection_mismatch");
        assertThat(tuning.changed()).isEmpty();
    }

    @Test
    void shouldNotTakeTheTunersWordForTheGates() {
        // Given
        List<TuningDecision> decisions = List.of(DecisionStory.implied().iteration(1, SLOWER));
        UnaryOperator<List<DeltaApplication>> lost = applications -> List.of();

        // When
        TuningAccount tuning = only(Accounts.of(directory, decisions, lost)).tuning();

        // Then
        assertThat(tuning.outcome()).isEqualTo(ApplicationOutcome.UNKNOWN);
        assertThat(tuning.applied()).isFalse();
        assertThat(tuning.hasEvidence()).isFalse();
    }

    @Test
    void shouldLeaveMissingWhatIsMissing() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(story.iteration(
                Events.healthy(1).setP95LatencyMs(450.0).setRiskRatio(0.5).build(), Moves.none()));
        decisions.get(0).getIterationSummary().setMakerTakerRatio(null);

        // When
        IterationAccount iteration = only(Accounts.of(directory, decisions));

        // Then
        assertThat(iteration.value(Kpi.MAKER_TAKER_RATIO)).isEmpty();
        assertThat(iteration.value(Metric.HIT_RATIO)).isEmpty();
        assertThat(iteration.violations())
                .extracting(violation ->
                        violation.condition().kpi() + " " + violation.value().orElse(null))
                .containsExactly("MAKER_TAKER_RATIO null", "P95_LATENCY_MS 450.0", "RISK_RATIO 0.5");
        assertThat(iteration.anomalies()).containsExactly(Anomaly.LATENCY);
    }

    @Test
    void shouldKnowTheRunAndItsCommands() {
        // Given
        DecisionStory story = DecisionStory.declared(RunStarted.newBuilder()
                .setTotalIterations(3)
                .setDeclaredHours(1.0)
                .setPeriodMs(60_000)
                .build());
        List<TuningDecision> decisions = List.of(
                story.started(),
                story.iteration(1),
                story.rebase("c-1", "min_interval_ms", "70"),
                story.command(
                        "c-2", Command.Action.REBASE, DecisionStory.complete("min_interval_ms", "75"), "0".repeat(64)),
                story.ended(null));

        // When
        RunAccount account = Accounts.of(directory, decisions);

        // Then
        assertThat(account.run().period()).contains(Duration.ofMinutes(1));
        assertThat(account.run().declaredIterations()).hasValue(3);
        assertThat(account.run().declaredHours()).contains(1.0);
        assertThat(account.run().startValues()).containsEntry("min_interval_ms", new BigDecimal("60"));
        assertThat(account.run().end()).contains(RunEnd.COMPLETED);
        assertThat(account.commands())
                .extracting(CommandAccount::afterIteration)
                .containsExactly(1, 1);
        assertThat(account.commands().get(0).refusal()).isEmpty();
        assertThat(account.commands().get(1).refusal()).isPresent();
        assertThat(account.overrides().versions()).hasSize(2);
        assertThat(account.overrides().last().orElseThrow().getStateHash()).isEqualTo(story.hash());
    }

    @Test
    void shouldCallGoodWhatWasInForceInTheLatestGoodIteration() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = new ArrayList<>();
        String start = story.hash();
        for (int i = 1; i <= DecisionStory.CAPACITY; i++) {
            decisions.add(story.iteration(i, i == DecisionStory.CAPACITY ? SLOWER : Moves.none()));
        }
        decisions.add(story.iteration(Events.healthy(9).setRiskRatio(0.9).build(), Moves.none()));

        // When
        RunAccount account = Accounts.of(directory, decisions);

        // Then
        OverridesAccount.LastGood good = account.overrides().lastGood().orElseThrow();
        assertThat(good.iteration()).isEqualTo(DecisionStory.CAPACITY);
        assertThat(good.stateHash()).isEqualTo(start);
        assertThat(good.version()).isPresent();
        assertThat(account.overrides().last().orElseThrow().getStateHash()).isNotEqualTo(start);
    }

    @Test
    void shouldGiveEveryVerdictToItsIteration() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(story.iteration(1), story.iteration(2), story.ended(null));

        // When
        RunAccount account = Accounts.of(directory, decisions);

        // Then
        assertThat(account.lasts()).extracting(last -> last.getPolicy()).containsExactly("release", "snapshot");
        assertThat(account.lasts()).allMatch(last -> last.getLast());
        assertThat(account.iteration(1).orElseThrow().verdicts()).hasSize(2);
        assertThat(account.iteration(2).orElseThrow().verdicts()).hasSize(4);
        assertThat(account.iteration(2)
                        .orElseThrow()
                        .verdict("release")
                        .orElseThrow()
                        .getLast())
                .isFalse();
    }

    @Test
    void shouldRefuseRecordsOfAnotherRun() {
        // Given
        List<TuningDecision> decisions = List.of(
                DecisionStory.implied("one").iteration(1),
                DecisionStory.implied("two").iteration(1));

        // When, then
        assertThatThrownBy(() -> new RunRecords("bot:one", decisions, List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":two");
    }

    private static IterationAccount only(RunAccount account) {
        assertThat(account.iterations()).hasSize(1);
        return account.iterations().get(0);
    }
}
