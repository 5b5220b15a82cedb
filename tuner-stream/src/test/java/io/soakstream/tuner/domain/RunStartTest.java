package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values, tuning and configuration a run begins with. */
class RunStartTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @ParameterizedTest
    @ValueSource(strings = {"500", "650", "800"})
    void shouldBeginWithWhatTheBotCompletelyAndLegallySays(String tailAgeMs) {
        // Given
        Map<String, BigDecimal> said = said(tailAgeMs);
        said.put("rescue_max_ratio", new BigDecimal("0.5"));

        // When
        Decision decision = run.decide(implied(said));

        // Then
        assertThat(decision.projection().overrides()).isEqualTo(Overrides.startingFrom(CATALOGUE, said));
        assertThat(run.state().orElseThrow().running().facts().periodMs()).isEqualTo(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"499", "801"})
    void shouldBeginWithTheCatalogueWhereTheBotRunsWithIllegalValues(String tailAgeMs) {
        assertThat(run.decide(implied(said(tailAgeMs))).projection().overrides())
                .isEqualTo(Overrides.start(CATALOGUE));
    }

    @Test
    void shouldBeginWithWhatTheBotSaysByPaths() {
        // Given
        Map<String, BigDecimal> paths = new TreeMap<>();
        said("650").forEach((name, value) -> paths.put(CATALOGUE.get(name).path(), value));

        // When
        Decision decision = run.decide(implied(paths));

        // Then
        assertThat(decision.projection().overrides()).isEqualTo(Overrides.startingFrom(CATALOGUE, paths));
    }

    @Test
    void shouldRefuseEveryEventOfARunThatIsPinnedToAnotherConfiguration() {
        // Given
        String digest = TunerConfig.defaults().digest();
        RunEvent.Started start = RunEvents.started(Map.of());
        RunEvent.Started pinned = new RunEvent.Started(
                start.eventTimeMs(),
                start.origin(),
                start.mode(),
                start.tuning(),
                start.totalIterations(),
                start.periodMs(),
                start.autoTune(),
                start.timesSynthesised(),
                start.startOverrides(),
                start.plan(),
                Optional.of(digest),
                start.decidedBy(),
                start.confirmWithin());
        RunState begun = run.decide(pinned).run();
        RunAdmission restarted =
                new RunAdmission(TunerConfig.defaults().withWindowLength(9).limits(), CATALOGUE);

        // When
        RunAdmission.Answer answer = restarted.admit(Optional.of(begun), RunEvents.iteration(1, RunEvents.quiet()));

        // Then
        assertThat(answer.admission().code()).contains("unknown_configuration");
    }

    @Test
    void shouldBeginWithTheCatalogueWhereTheBotDoesNotSayAll() {
        // Given
        Map<String, BigDecimal> incomplete = said("650");
        incomplete.remove("concurrency_limit");
        Map<String, BigDecimal> unknown = said("650");
        unknown.put("no_such_thing", BigDecimal.ONE);
        DomainRun other = new DomainRun(TunerConfig.defaults());

        // Then
        assertThat(run.decide(implied(incomplete)).projection().overrides()).isEqualTo(Overrides.start(CATALOGUE));
        assertThat(other.decide(implied(unknown)).projection().overrides()).isEqualTo(Overrides.start(CATALOGUE));
    }

    @ParameterizedTest
    @CsvSource({"true, true, APPLIED", "true, false, SKIPPED", "false, true, SKIPPED"})
    void shouldTuneOnlyWhereBothRunAndConfigurationLetIt(boolean configured, boolean declared, Outcome outcome) {
        // Given
        DomainRun tuned = new DomainRun(configured(configured));
        tuned.send(RunEvents.started(RunMode.SIMULATED, OptionalInt.empty(), declared, Map.of(), List.of()));

        // Then
        assertThat(tuned.decide(RunEvents.iteration(1, RunEvents.risky()))
                        .resolution()
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void shouldNotTuneAnImpliedRunWhereTheConfigurationForbidsIt() {
        // Given
        DomainRun quiet = new DomainRun(configured(false));

        // Then
        assertThat(quiet.decide(RunEvents.iteration(1, RunEvents.risky()))
                        .resolution()
                        .reason())
                .contains("auto_tune_off");
    }

    @Test
    void shouldAskNoRuleAndNoGuardInJudgeMode() {
        // Given
        run.send(RunEvents.started(RunMode.RECORDED, TuningMode.RECORDED, Optional.empty(), OptionalInt.empty()));

        // When
        Decision decision = run.decide(RunEvents.iteration(1, RunEvents.risky()));

        // Then
        assertThat(decision.proposal().evaluations()).isEmpty();
        assertThat(decision.guarded().signals()).isEmpty();
        assertThat(decision.resolution().reason()).contains("no_change");
        assertThat(decision.resultHash()).isEqualTo(decision.baseHash());
    }

    private static Map<String, BigDecimal> said(String tailAgeMs) {
        Map<String, BigDecimal> said = new TreeMap<>(Overrides.start(CATALOGUE).values());
        said.put("tail_age_ms", new BigDecimal(tailAgeMs));
        return said;
    }

    private static RunEvent.Iteration implied(Map<String, BigDecimal> effective) {
        return new RunEvent.Iteration(
                RunEvents.START_MS,
                Optional.empty(),
                new KpiPoint(1, RunEvents.quiet()),
                1,
                effective,
                Echo.silent(),
                Optional.empty());
    }

    private static TunerConfig configured(boolean autoTune) {
        TunerConfig defaults = TunerConfig.defaults();
        return new TunerConfig(
                defaults.windowLength(),
                autoTune,
                defaults.confirmWithinIterations(),
                defaults.admission(),
                defaults.rules(),
                defaults.guards(),
                defaults.silence(),
                defaults.control());
    }
}
