package io.soakstream.gate.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.account.DeltaCheck.Kind;
import io.soakstream.gate.account.ParameterCheck.State;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.delta.DeltaVerdict;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import io.soakstream.gate.vector.VectorSource;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.projection.RecordedOutcome;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaVerificationTest {
    private static final Moves SLOWER = Moves.of("min_interval_ms", "5");

    @TempDir
    Path directory;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    @Test
    void shouldFindTheValuesThatWereToBe() {
        // Given
        List<TuningDecision> decisions = List.of(DecisionStory.implied().iteration(1, SLOWER));

        // When
        DeltaVerification verification = DeltaVerification.of(Accounts.of(directory, decisions));

        // Then
        DeltaCheck check = verification.checks().get(0);
        assertThat(check.kind()).isEqualTo(Kind.FULL);
        assertThat(check.parameters().get(0).state()).isEqualTo(State.MATCH);
        assertThat(check.parameters().get(0).difference())
                .hasValueSatisfying(zero -> assertThat(zero).isZero());
        assertThat(DeltaVerdict.of(verification, GateRule.STRICT)).isEqualTo(DeltaVerdict.PASS);
    }

    @Test
    void shouldFindAValueThatIsAnotherThanExpected() {
        // Given
        List<TuningDecision> decisions = List.of(DecisionStory.implied().iteration(1, SLOWER));
        UnaryOperator<List<DeltaApplication>> other = applications -> {
            applications.get(0).getChanges().get(0).setNew$("66");
            return applications;
        };

        // When
        DeltaVerification verification = DeltaVerification.of(Accounts.of(directory, decisions, other));

        // Then
        assertThat(verification.checks().get(0).kind()).isEqualTo(Kind.FAILED);
        assertThat(verification.checks().get(0).mismatches().get(0).difference())
                .contains(BigDecimal.ONE);
        assertThat(DeltaVerdict.of(verification, GateRule.NORMAL)).isEqualTo(DeltaVerdict.FAIL);
    }

    @Test
    void shouldExcuseWhatGuardsTookOutAlsoInTheLastIteration() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(
                story.iteration(1, SLOWER.and("tail_age_ms", "30").dropping("tail_age_ms", "cooldown")),
                story.iteration(2, SLOWER.dropping("min_interval_ms", "velocity")));

        // When
        DeltaVerification verification = DeltaVerification.of(Accounts.of(directory, decisions));

        // Then
        assertThat(verification.checks()).extracting(DeltaCheck::kind).containsOnly(Kind.JUSTIFIED);
        assertThat(verification.checks().get(0).reasons()).containsExactly("cooldown");
        assertThat(verification.checks().get(1).reasons()).containsExactly("velocity");
        assertThat(verification.quality().justifiedApplyRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isOne());
        assertThat(verification.quality().fullApplyRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isZero());
    }

    @Test
    void shouldNotExcuseAMismatch() {
        // Given
        TuningDecision spoiled = DecisionStory.implied().iteration(1, SLOWER);
        spoiled.setResultHash("0".repeat(64));

        // When
        DeltaVerification verification = DeltaVerification.of(Accounts.of(directory, List.of(spoiled)));

        // Then
        assertThat(verification.checks().get(0).kind()).isEqualTo(Kind.FAILED);
        assertThat(verification.checks().get(0).reasons()).containsExactly("projection_mismatch");
    }

    @Test
    void shouldConcludeNothingFromWhatIsNotRecorded() {
        // Given
        List<TuningDecision> decisions = List.of(DecisionStory.implied().iteration(1, SLOWER));

        // When
        DeltaVerification verification =
                DeltaVerification.of(Accounts.of(directory, decisions, applications -> List.of()));

        // Then
        assertThat(verification.missing()).hasSize(1).first().asString().contains("iterations 1");
        assertThat(DeltaVerdict.of(verification, GateRule.NORMAL)).isEqualTo(DeltaVerdict.INCONCLUSIVE);
    }

    @Test
    void shouldNeedNoProposals() {
        // Given
        List<TuningDecision> decisions = List.of(DecisionStory.implied().iteration(1));

        // When
        DeltaVerification verification = DeltaVerification.of(Accounts.of(directory, decisions));

        // Then
        assertThat(verification.quality().justifiedApplyRatio()).isEmpty();
        assertThat(DeltaVerdict.of(verification, GateRule.STRICT)).isEqualTo(DeltaVerdict.PASS);
    }

    @Test
    void shouldFailARecordedProposalOfWhichSomethingWasNotChanged() {
        // Given
        RecordedTuning partly = tuning(true, List.of("min_interval_ms", "tail_age_ms"), List.of("tail_age_ms"), "a");

        // When
        DeltaVerification verification = DeltaVerification.of(recorded(List.of(partly)));

        // Then
        assertThat(verification.checks().get(0).kind()).isEqualTo(Kind.FAILED);
        assertThat(verification.checks().get(0).parameters())
                .extracting(ParameterCheck::state)
                .containsExactly(State.MISMATCH, State.NAMED);
    }

    @Test
    void shouldExcuseWhatARecordingLeftOutForAGuardThatItNames() {
        // Given
        RecordedTuning partly = tuning(true, List.of("min_interval_ms", "tail_age_ms"), List.of("tail_age_ms"), "a");
        partly.setSkipReasons(List.of("freeze"));

        // When
        DeltaVerification verification = DeltaVerification.of(recorded(List.of(partly)));

        // Then
        assertThat(verification.checks().get(0).kind()).isEqualTo(Kind.JUSTIFIED);
        assertThat(verification.checks().get(0).reasons()).containsExactly("freeze");
    }

    @ParameterizedTest
    @CsvSource({"65, FULL, MATCH", "66, FAILED, MISMATCH", "60, FAILED, MISMATCH"})
    void shouldCompareWhatARecordedBotSaysItRunsWith(String afterwards, Kind kind, State state) {
        // Given
        List<String> one = List.of("min_interval_ms");
        List<RecordedTuning> tunings = List.of(tuning(true, one, one, "a"), tuning(false, List.of(), List.of(), "a"));

        // When
        RunAccount account = recorded(tunings, List.of("60", afterwards));

        // Then
        DeltaCheck check = DeltaVerification.of(account).checks().get(0);
        assertThat(check.kind()).isEqualTo(kind);
        assertThat(check.parameters().get(0).state()).isEqualTo(state);
        assertThat(check.parameters().get(0).expected()).contains(new BigDecimal("65"));
    }

    @Test
    void shouldFindARecordedApplicationWithoutEffectOnTheHash() {
        // Given
        List<String> one = List.of("tail_age_ms");
        List<RecordedTuning> tunings = List.of(tuning(true, one, one, "a"), tuning(true, one, one, "a"));

        // When
        DeltaVerification verification = DeltaVerification.of(recorded(tunings));

        // Then
        assertThat(verification.quality().stuck()).isEqualTo(1);
        assertThat(verification.checks().get(0).hashChanged()).isEmpty();
        assertThat(verification.checks().get(1).stuck()).isTrue();
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors("verify_skip_1")
    void shouldExamineTheLastProposalToo(Vector vector) {
        // Given
        List<RecordedTuning> tunings = new ArrayList<>();
        for (JsonNode entry : vector.input().get("tuning")) {
            List<String> proposed = new ArrayList<>();
            entry.get("proposed_deltas").fieldNames().forEachRemaining(proposed::add);
            RecordedTuning tuning = tuning(
                    entry.get("applied").asBoolean(),
                    proposed,
                    List.of(),
                    entry.get("signature").asText());
            tuning.setSkipReasons(
                    entry.path("skip_reason").path("cooldown").asBoolean() ? List.of("cooldown") : List.of());
            tunings.add(tuning);
        }

        // When
        DeltaVerification verification = DeltaVerification.of(recorded(tunings));

        // Then
        assertThat(verification.quality().justified()).isGreaterThanOrEqualTo(1);
        assertThat(DeltaVerdict.of(verification, GateRule.NORMAL)).isEqualTo(DeltaVerdict.PASS);
    }

    private RunAccount recorded(List<RecordedTuning> tunings) {
        return recorded(tunings, List.of());
    }

    /** @param minIntervals what the bot says it ran with; empty: nothing */
    private RunAccount recorded(List<RecordedTuning> tunings, List<String> minIntervals) {
        DecisionStory story = DecisionStory.declared(
                RunStarted.newBuilder().setTuning(TuningMode.RECORDED).build());
        List<TuningDecision> decisions = new ArrayList<>();
        decisions.add(story.started());
        for (RecordedTuning tuning : tunings) {
            decisions.add(story.recorded(
                    Events.healthy(decisions.size())
                            .setRecordedTuning(tuning)
                            .setEffectiveOverrides(
                                    minIntervals.isEmpty()
                                            ? List.of()
                                            : List.of(new ParameterValue(
                                                    "min_interval_ms", minIntervals.get(decisions.size() - 1))))
                            .build(),
                    new RecordedOutcome(
                                    tuning.getApplied(), !tuning.getProposed().isEmpty(), tuning.getSkipReasons())
                            .resolution()));
        }
        return Accounts.of(directory, decisions);
    }

    private static RecordedTuning tuning(boolean applied, List<String> proposed, List<String> changed, String hash) {
        return RecordedTuning.newBuilder()
                .setApplied(applied)
                .setProposed(proposed.stream()
                        .map(name -> new ParameterValue(name, "5"))
                        .toList())
                .setChangedKeys(changed)
                .setStateHash(hash)
                .build();
    }
}
