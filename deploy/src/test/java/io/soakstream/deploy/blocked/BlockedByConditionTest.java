package io.soakstream.deploy.blocked;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.loop.misbehaviour.Misbehaviour;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Everything that a gate asks beside the criteria can block it too. */
class BlockedByConditionTest {
    private static final Policy RELEASE = PolicyReader.read("release");
    private static final List<Metric> JUDGED =
            RELEASE.criteria().stream().map(criterion -> criterion.metric()).toList();

    @Test
    void shouldNotPassOnAWindowThatIsTooShort() {
        // When
        Verdict verdict = new PassingSoak().onlyLast(7).judged(RELEASE, GateRule.NORMAL);

        // Then
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(verdict.getReasons()).containsExactly("insufficient_iterations:7:8");
    }

    @Test
    void shouldNotPassARunThatWasCutShort() {
        // When
        Verdict verdict =
                new PassingSoak().end(ended -> ended.setEnd(RunEnd.ABORTED)).judged(RELEASE, GateRule.NORMAL);

        // Then
        assertThat(verdict.getVerdict()).isNotIn(VerdictLevel.PASS, VerdictLevel.WARN);
        assertThat(verdict.getReasons()).contains("run_ended:aborted");
    }

    @Test
    void shouldNotPassARunThatDidNotLast() {
        // Given
        Policy soak = PolicyReader.read("soak-72h");

        // When
        Verdict shorter = new PassingSoak()
                .iteration(8, summary -> summary.setElapsedMs(3_599_999L))
                .judged(soak, GateRule.NORMAL);
        Verdict undeclared = new PassingSoak()
                .start(started -> started.setDeclaredHours(null))
                .judged(soak, GateRule.NORMAL);

        // Then
        assertThat(shorter.getReasons()).containsExactly("insufficient_elapsed:3599999:3600000");
        assertThat(undeclared.getReasons()).containsExactly("undeclared_hours");
        assertThat(List.of(shorter, undeclared))
                .extracting(Verdict::getVerdict)
                .containsOnly(VerdictLevel.INCONCLUSIVE);
    }

    @Test
    void shouldFailWhereTooFewProposalsWereApplied() {
        // When
        Verdict enough = new PassingSoak().proposing(1).judged(RELEASE, GateRule.NORMAL);
        Verdict strict = new PassingSoak().proposing(1).judged(RELEASE, GateRule.STRICT);
        Verdict tooFew = new PassingSoak().proposing(2).judged(RELEASE, GateRule.NORMAL);

        // Then
        assertThat(enough.getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(strict.getReasons()).anyMatch(reason -> reason.startsWith("delta_quality:0.875:0.95:"));
        assertThat(tooFew.getReasons()).anyMatch(reason -> reason.startsWith("delta_quality:0.75:0.9:"));
        assertThat(List.of(strict, tooFew)).extracting(Verdict::getVerdict).containsOnly(VerdictLevel.FAIL);
    }

    /** It says that all was applied, but of four proposed values only one is among what changed. */
    @Test
    void shouldFailWhereARecordingAppliedOnlyAPart() {
        // When
        Verdict part = part(List.of(), GateRule.NORMAL);
        Verdict strict = part(List.of(), GateRule.STRICT);
        Verdict excused = part(List.of("velocity"), GateRule.NORMAL);

        // Then
        assertThat(part.getReasons()).containsExactly("delta_failed:1");
        assertThat(part.getMissing()).contains("delta_failed:1");
        assertThat(List.of(part, strict)).extracting(Verdict::getVerdict).containsOnly(VerdictLevel.FAIL);
        assertThat(List.of(part, strict)).extracting(Verdict::getFreezeReady).containsOnly(false);
        assertThat(excused.getVerdict()).isEqualTo(VerdictLevel.PASS);
    }

    private static Verdict part(List<String> skipReasons, GateRule rule) {
        return new PassingSoak()
                .applyingOnly(4, List.of("tail_age_ms"), skipReasons)
                .judged(RELEASE, rule);
    }

    /** Whether anything of it was applied, nobody can say. */
    @Test
    void shouldNotPassWhereARecordingNamesNothingThatChanged() {
        // When
        Verdict verdict =
                new PassingSoak().applyingOnly(4, List.of(), List.of()).judged(RELEASE, GateRule.NORMAL);

        // Then
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(verdict.getReasons()).containsExactly("delta_evidence:1");
    }

    @Test
    void shouldNotPassStrictlyWhatNobodyConfirmed() {
        // When
        Verdict normal = live().judged(RELEASE, GateRule.NORMAL);
        Verdict strict = live().judged(RELEASE, GateRule.STRICT);

        // Then
        assertThat(normal.getVerdict()).isIn(VerdictLevel.PASS, VerdictLevel.WARN);
        assertThat(strict.getVerdict()).isNotIn(VerdictLevel.PASS, VerdictLevel.WARN);
        assertThat(strict.getReasons()).anyMatch(reason -> reason.startsWith("unconfirmed:"));
    }

    private static PassingSoak live() {
        return new PassingSoak().start(started -> {
            started.setMode(RunMode.LIVE);
            started.setTuning(TuningMode.OWN);
        });
    }

    /** A bot that runs with something else than it was told ends STUCK, whatever its KPIs are. */
    @Test
    void shouldFailARunWhoseBotIgnoresItsOverrides() {
        // When
        Verdict obedient = simulated(bot -> bot);
        Verdict ignoring = simulated(Misbehaviour.IGNORES::around);

        // Then
        assertThat(obedient.getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(ignoring.getVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(ignoring.getReasons()).contains("unconfirmed:stuck");
    }

    private static Verdict simulated(UnaryOperator<LoopBot> around) {
        Profile reckless = Profile.read("reckless", ParameterCatalogue.standard());
        SimulatedRun run = new SimulatedRun(
                new RunKey("simulated", "blocked"),
                48,
                SimulatedRun.BEGIN,
                Duration.ofMinutes(5),
                new StartPlan(Optional.of(reckless), Optional.empty(), Optional.empty()),
                true);
        LoopBot bot = new SimulatedBot(SimulatedMarket.of(7, RegimePlan.of(Regime.CALM)), iteration -> {});
        return RuledVerdict.all(List.of(OfflineLoop.run(run, around.apply(bot)).last()), List.of(), GateRule.NORMAL)
                .get(0);
    }

    @Test
    void shouldNotPassWhereAnythingWasRefused() {
        // When
        Verdict verdict = RuledVerdict.all(
                        List.of(new PassingSoak().judged(RELEASE, GateRule.NORMAL)),
                        List.of("iteration 3: out_of_range"),
                        GateRule.NORMAL)
                .get(0);

        // Then
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(verdict.getReasons()).containsExactly("input_refused:1");
    }

    /** Any KPI that is judged, dropped from any iterations of the window, and the soak no longer passes. */
    @Property(tries = 60)
    void shouldNeverPassWithAKpiDropped(
            @ForAll @IntRange(min = 0, max = 3) int which,
            @ForAll Set<@IntRange(min = 1, max = PassingSoak.ITERATIONS) Integer> from) {
        // Given
        String field = JUDGED.get(which).field();
        PassingSoak soak = new PassingSoak();
        from.forEach(number -> soak.iteration(number, summary -> summary.put(field, null)));

        // When
        VerdictLevel level = soak.judged(RELEASE, GateRule.NORMAL).getVerdict();

        // Then
        assertThat(level).isEqualTo(from.isEmpty() ? VerdictLevel.PASS : VerdictLevel.INCONCLUSIVE);
    }

    @Test
    void shouldJudgeTheFourGoalsOfTheRelease() {
        assertThat(JUDGED)
                .extracting(metric -> metric.kpi().orElseThrow())
                .containsExactly(Kpi.MAKER_TAKER_RATIO, Kpi.P95_LATENCY_MS, Kpi.RISK_RATIO, Kpi.NET_BPS);
    }
}
