package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.proof.Start;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import java.util.List;
import java.util.OptionalInt;

/** From the start in a decision, declared or implied, to the start of the rules. */
final class StartMapper {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    private StartMapper() {}

    /** @throws InvalidParameterException something in it is not legal */
    static Start toDomain(RunStarted started) {
        boolean judgeMode = started.getTuning() == TuningMode.RECORDED;
        return new Start(
                Overrides.startingFrom(
                        CATALOGUE, GivenDecimals.decimals("run_started.start_overrides", started.getStartOverrides())),
                started.getAutoTune(),
                started.getTotalIterations() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(started.getTotalIterations()),
                judgeMode,
                echoes(started, judgeMode),
                plan(started));
    }

    /** What another tuner's bot, or one that we only watch, runs with says nothing about our decisions. */
    private static EchoRules echoes(RunStarted started, boolean judgeMode) {
        Integer within = started.getConfirmWithinIterations();
        if (within == null || within < 1) {
            throw new InvalidParameterException("run_started.confirm_within_iterations: " + within);
        }
        boolean ignored = judgeMode || started.getMode() == RunMode.RECORDED || started.getMode() == RunMode.SHADOW;
        return new EchoRules(ignored, started.getDecidedBy() != null, within);
    }

    private static List<Planned> plan(RunStarted started) {
        return started.getSchedule().stream()
                .map(step -> new Planned(
                        step.getAfterIteration(),
                        Overrides.startingFrom(
                                CATALOGUE, GivenDecimals.decimals("run_started.schedule", step.getValues()))))
                .toList();
    }
}
