package io.soakstream.schemas.projection;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a signed command is not obeyed. */
public final class CommandRules {
    public static final String OUT_OF_DATE = "out_of_date";
    public static final String BASE_MOVED = "base_moved";
    public static final String INCOMPLETE_VALUES = "incomplete_values";
    public static final String INVALID_VALUES = "invalid_values";
    public static final String UNKNOWN_ACTION = "unknown_action";
    public static final String UNKNOWN_SUBSYSTEM = "unknown_subsystem";
    /** Only a total freeze stops it: a bot whose edge protection stands still is not safer. */
    public static final String EDGE_NEVER_FROZEN = "edge_never_frozen";
    /** The tuner's configuration allows no run to be tuned. */
    public static final String AUTO_TUNE_DISABLED = "auto_tune_disabled";
    /** In judge mode the values are another tuner's. */
    public static final String JUDGE_MODE = "judge_mode";

    private static final String EDGE = "edge";
    /** What can be frozen by itself. */
    public static final Set<String> FREEZABLE = Set.of("rebid", "rescue_taker");

    private CommandRules() {}

    /**
     * Code of the first reason; empty: it is obeyed.
     *
     * @param lastIteration latest accepted iteration; 0 before the first
     */
    static Optional<String> refusal(Command command, Projection run, int lastIteration, ParameterCatalogue catalogue) {
        if (command.notAfterIteration().isPresent()
                && lastIteration > command.notAfterIteration().getAsInt()) {
            return Optional.of(OUT_OF_DATE);
        }
        if (command.expectedBaseHash()
                .filter(hash -> !hash.equals(run.stateHash()))
                .isPresent()) {
            return Optional.of(BASE_MOVED);
        }
        return switch (command.action()) {
            case ROLLBACK, REBASE -> run.judgeMode() ? Optional.of(JUDGE_MODE) : values(command, catalogue);
            case FREEZE, UNFREEZE -> subsystems(command.subsystems());
            case AUTO_TUNE_ON -> run.switches().tuningAllowed() ? Optional.empty() : Optional.of(AUTO_TUNE_DISABLED);
            case AUTO_TUNE_OFF, SILENCE, ACKNOWLEDGE -> Optional.empty();
            case UNKNOWN -> Optional.of(UNKNOWN_ACTION);
        };
    }

    private static Optional<String> values(Command command, ParameterCatalogue catalogue) {
        try {
            Overrides.startingFrom(catalogue, command.values());
        } catch (InvalidParameterException invalid) {
            return Optional.of(INVALID_VALUES);
        }
        Set<String> named = command.values().keySet().stream()
                .map(name -> catalogue.get(name).name())
                .collect(Collectors.toSet());
        boolean complete = catalogue.tunables().stream().map(Parameter::name).allMatch(named::contains);
        return complete ? Optional.empty() : Optional.of(INCOMPLETE_VALUES);
    }

    private static Optional<String> subsystems(Set<String> subsystems) {
        if (subsystems.contains(EDGE)) {
            return Optional.of(EDGE_NEVER_FROZEN);
        }
        return FREEZABLE.containsAll(subsystems) ? Optional.empty() : Optional.of(UNKNOWN_SUBSYSTEM);
    }
}
