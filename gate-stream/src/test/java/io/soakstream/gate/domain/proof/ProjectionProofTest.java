package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.EchoRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionProofTest {
    private static final String OTHER_HASH = "0".repeat(64);
    private static final Moves MOVES =
            Moves.of("tail_age_ms", "30").and("min_interval_ms", "5").dropping("min_interval_ms", "freeze", "velocity");

    private final ProjectionProof rules = new ProjectionProof(ParameterCatalogue.standard());
    private final DecisionStory story = DecisionStory.implied();
    private Ledger ledger = Ledger.empty();

    @Test
    void shouldProveWhatFollowsFromTheFacts() {
        // When
        Proof proof = prove(story.iteration(1, MOVES));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.releases()).extracting(Release::version).containsExactly(1L, 2L);
        assertThat(proof.releasedHash()).isEqualTo(story.hash());
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.APPLIED);
        assertThat(proof.applications().get(0).changes())
                .extracting(Change::parameter)
                .containsExactly("tail_age_ms");
        assertThat(ledger.projection()).contains(story.projection());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corruptions")
    void shouldFindWhatDoesNotFollow(String field, Consumer<TuningDecision> corruption) {
        // Given
        prove(story.iteration(1));
        Ledger before = ledger;
        TuningDecision decision = story.iteration(2, MOVES);
        corruption.accept(decision);

        // When
        Proof proof = prove(decision);

        // Then
        assertThat(proof.standing().mismatch())
                .hasValueSatisfying(detail -> assertThat(detail).startsWith(field));
        assertThat(proof.releases()).isEmpty();
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.MISMATCH);
        assertThat(ledger.projection()).isEqualTo(before.projection());
        assertThat(ledger.lastSequence()).isEqualTo(2);
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                corruption("result_hash", decision -> decision.setResultHash(OTHER_HASH)),
                corruption("base_hash", decision -> decision.setBaseHash(OTHER_HASH)),
                corruption("base_hash", decision -> decision.setBaseHash(null)),
                corruption("id", decision -> decision.setId(OTHER_HASH)),
                corruption("id", decision -> decision.setRun("other")),
                corruption("outcome", decision -> decision.setOutcome(Outcome.SKIPPED)),
                corruption("reason", decision -> decision.setReason("freeze")),
                corruption("verification", decision -> decision.setVerification(Verification.CONFIRMED)),
                corruption("command_refusal", decision -> decision.setCommandRefusal("base_moved")),
                corruption("tuning", decision -> decision.setTuning(TuningMode.RECORDED)),
                corruption(
                        "run_started",
                        decision -> decision.setRunStarted(RunStarted.newBuilder()
                                .setConfirmWithinIterations(3)
                                .build())),
                delta("proposed.tail_age_ms.from", delta -> delta.setFrom("630")),
                delta("proposed.tail_age_ms.delta", delta -> delta.setDelta("0")),
                delta("proposed.tail_age_ms.delta", delta -> delta.setDelta("300")),
                delta("proposed.tail_age_ms.delta", delta -> delta.setDelta("thirty")),
                delta("proposed.tail_age_ms.delta", delta -> delta.setDelta("1E+999999999")),
                delta("proposed.tail_age_ms.to", delta -> delta.setTo("631")),
                delta("proposed.tail_age_ms.to", delta -> delta.setDelta("0.4")),
                delta("proposed.tail_age_ms.bound_hit", delta -> delta.setBoundHit("min")),
                delta("proposed.tail_age_ms.bound_hit", delta -> delta.setBoundHit("max")),
                delta("proposed.tail_age_ms.bound_hit", delta -> delta.setBoundHit("whim")),
                corruption("window: ", decision -> decision.setWindow(null)),
                window("window.iterations", window -> window.setIterations(List.of())),
                window("window.iterations", window -> window.setIterations(List.of(1, 3))),
                window("window.iterations", window -> window.setIterations(List.of(1))),
                window("window.capacity", window -> window.setCapacity(0)),
                window("window.capacity", window -> window.setCapacity(1)),
                window(
                        "window.statistics",
                        window -> window.setStatistics(
                                Collections.nCopies(2, window.getStatistics().get(0)))),
                window("window.maker_taker_ratio.last", window -> window.setStatistics(List.of())),
                statistics("window.risk_ratio.last", risk -> risk.setLast(0.2)),
                statistics("window.risk_ratio.last", risk -> risk.setSamples(0)),
                statistics("window.risk_ratio.last", risk -> risk.setKpi("newer_kpi")),
                statistics("window.risk_ratio", risk -> risk.setSamples(-1)),
                statistics("window.risk_ratio", risk -> risk.setLast(null)),
                statistics("window.risk_ratio", risk -> risk.setMedian(null)),
                statistics("window.risk_ratio", risk -> risk.setTrend(Trend.UNKNOWN)),
                delta("proposed.maker.bias: not tunable", delta -> delta.setParameter("maker.bias")),
                delta("proposed: min_interval_ms stands there twice", delta -> delta.setParameter("min_interval_ms")),
                drop("dropped.min_interval_ms.reasons", drop -> drop.setReasons(List.of("velocity", "freeze"))),
                drop("dropped.min_interval_ms.reasons", drop -> drop.setReasons(List.of())),
                drop("dropped.min_interval_ms.reasons", drop -> drop.setReasons(List.of("whim"))),
                drop("dropped.concurrency_limit: not proposed", drop -> drop.setParameter("concurrency_limit")),
                corruption("result_hash", decision -> decision.setDropped(List.of())),
                corruption("dropped: min_interval_ms stands there twice", decision -> {
                    List<DroppedDelta> twice = new ArrayList<>(decision.getDropped());
                    twice.addAll(decision.getDropped());
                    decision.setDropped(twice);
                }));
    }

    private static Arguments corruption(String field, Consumer<TuningDecision> corruption) {
        return Arguments.of(field, corruption);
    }

    private static Arguments delta(String field, Consumer<ProposedDelta> corruption) {
        return corruption(
                field, decision -> corruption.accept(decision.getProposed().get(0)));
    }

    private static Arguments window(String field, Consumer<KpiWindow> corruption) {
        return corruption(field, decision -> corruption.accept(decision.getWindow()));
    }

    private static Arguments statistics(String field, Consumer<KpiStatistics> corruption) {
        return window(field, window -> corruption.accept(window.getStatistics().get(0)));
    }

    private static Arguments drop(String field, Consumer<DroppedDelta> corruption) {
        return corruption(
                field, decision -> corruption.accept(decision.getDropped().get(0)));
    }

    @Test
    void shouldTellOfTheBoundThatAMoveWasCutAt() {
        // Given
        Moves cut = Moves.of("concurrency_limit", "-9")
                .and("tail_age_ms", "200")
                .and("min_interval_ms", "5")
                .and("replace_rate_per_min", "-60");
        TuningDecision decision = story.iteration(1, cut);
        List<ProposedDelta> proposed = decision.getProposed();
        proposed.get(0).setBoundHit("min");
        proposed.get(1).setBoundHit("max");
        proposed.get(2).setBoundHit("limit");

        // When
        Proof proof = prove(decision);

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.applications().get(0).changes())
                .extracting(Change::parameter, change -> change.bound().orElse("none"))
                .containsExactlyInAnyOrder(
                        tuple("concurrency_limit", "min"),
                        tuple("tail_age_ms", "max"),
                        tuple("min_interval_ms", "none"),
                        tuple("replace_rate_per_min", "none"));
    }

    @Test
    void shouldNotBelieveInARefusalThatDoesNotFollow() {
        // Given
        prove(story.iteration(1));
        TuningDecision obeyed = story.command("c1", Command.Action.AUTO_TUNE_OFF, Map.of(), story.hash());
        obeyed.setCommandRefusal("base_moved");

        // When
        Proof proof = prove(obeyed);

        // Then
        assertThat(proof.standing().mismatch())
                .contains("command_refusal: the decision says base_moved, the facts give null");
        assertThat(proof.applications().get(0).subject().commandId()).contains("c1");
    }

    @Test
    void shouldNotBelieveInObedienceThatDoesNotFollow() {
        // Given
        prove(story.iteration(1));
        TuningDecision refused = story.command("c1", Command.Action.AUTO_TUNE_OFF, Map.of(), OTHER_HASH);
        refused.setCommandRefusal(null);

        // Then
        assertThat(prove(refused).standing().mismatch())
                .contains("command_refusal: the decision says null, the facts give base_moved");
    }

    @Test
    void shouldKeepAStartThatIsSoundIfItsFirstIterationIsNot() {
        // Given
        TuningDecision first = story.iteration(1, MOVES);
        first.setResultHash(OTHER_HASH);

        // When
        Proof proof = prove(first);

        // Then
        assertThat(proof.standing().mismatch()).isPresent();
        assertThat(proof.releases()).extracting(Release::version).containsExactly(1L);
        assertThat(ledger.projection()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltBeginnings")
    void shouldKeepWhatIsDeclaredIfItsFirstDecisionIsNotSound(String field, Consumer<TuningDecision> corruption) {
        // Given
        DecisionStory declared = DecisionStory.declared(RunStarted.newBuilder()
                .setTotalIterations(12)
                .setDecidedBy(OTHER_HASH)
                .build());
        TuningDecision first = declared.iteration(1, MOVES);
        first.getRunStarted().setConfirmWithinIterations(5);
        corruption.accept(first);

        // When
        Proof spoilt = prove(first);
        Proof rebase = prove(declared.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(spoilt.standing().mismatch())
                .hasValueSatisfying(detail -> assertThat(detail).startsWith(field));
        assertThat(spoilt.releases()).extracting(Release::version).containsExactly(1L);
        assertThat(rebase.standing().mismatch()).isEmpty();
        assertThat(rebase.releases()).extracting(Release::version).containsExactly(2L);
        assertThat(ledger.projection()).hasValueSatisfying(projection -> {
            assertThat(projection.totalIterations()).hasValue(12);
            assertThat(projection.echoes()).isEqualTo(new EchoRules(false, true, 5));
        });
        assertThat(prove(declared.iteration(2, MOVES)).standing().mismatch()).isEmpty();
    }

    static Stream<Arguments> spoiltBeginnings() {
        return Stream.of(
                corruption("base_hash", decision -> decision.setBaseHash(OTHER_HASH)),
                corruption("tuning", decision -> decision.setTuning(TuningMode.RECORDED)),
                delta("proposed.tail_age_ms.delta", delta -> delta.setDelta("thirty")));
    }

    @Test
    void shouldRefuseAStartOutsideTheBounds() {
        // Given
        TuningDecision first = story.iteration(1);
        first.getRunStarted().setStartOverrides(List.of(new ParameterValue("tail_age_ms", "9000")));

        // When
        Proof proof = prove(first);

        // Then
        assertThat(proof.standing().mismatch()).contains("engine.tail_age_ms: 9000 is outside 500..800 ms");
        assertThat(ledger.projection()).isEmpty();
    }

    private Proof prove(TuningDecision decision) {
        Proof proof = rules.prove(ledger, ClaimMapper.toDomain(decision));
        ledger = proof.next();
        return proof;
    }
}
