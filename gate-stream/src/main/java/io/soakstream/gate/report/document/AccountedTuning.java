package io.soakstream.gate.report.document;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.ProposedMove;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.projection.OutcomeReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done in an iteration, in the words of an iteration file. */
final class AccountedTuning {
    private static final String NO_OP = "no_op";

    private AccountedTuning() {}

    /** Another tuner's own, where the run is judged as recorded. */
    static RecordedTuning of(IterationAccount iteration) {
        TuningAccount tuning = iteration.tuning();
        if (tuning.recorded().isPresent()) {
            return iteration.summary().getRecordedTuning();
        }
        return RecordedTuning.newBuilder()
                .setApplied(tuning.applied())
                .setProposed(proposed(tuning))
                .setChangedKeys(tuning.changedKeys())
                .setSkipReasons(skipReasons(iteration))
                .setSkipNote(tuning.reason().orElse(null))
                .setRationale(tuning.proposed().stream()
                        .map(AccountedTuning::rationale)
                        .collect(Collectors.joining(" | ")))
                .setRules(tuning.rules())
                .setStateHash(tuning.hashAfter().orElse(null))
                .setFreezeTriggered(iteration.guards().steadyFreeze())
                .build();
    }

    private static List<ParameterValue> proposed(TuningAccount tuning) {
        return tuning.proposed().stream()
                .flatMap(move ->
                        move.delta().stream().map(delta -> new ParameterValue(move.parameter(), Decimals.plain(delta))))
                .sorted(Comparator.comparing(ParameterValue::getName))
                .toList();
    }

    private static List<String> skipReasons(IterationAccount iteration) {
        List<String> dropped = iteration.tuning().dropped().stream()
                .flatMap(drop -> drop.reasons().stream())
                .toList();
        Stream<String> guards = OutcomeReason.GUARDS.stream().filter(dropped::contains);
        return iteration.tuning().outcome() == ApplicationOutcome.NO_OP
                ? Stream.concat(guards, Stream.of(NO_OP)).toList()
                : guards.toList();
    }

    private static String rationale(ProposedMove move) {
        return move.rule().orElse("") + ": " + move.parameter() + " "
                + text(move.from().map(Decimals::plain)) + " -> "
                + text(move.to().map(Decimals::plain));
    }

    private static String text(Optional<String> value) {
        return value.orElse("?");
    }
}
