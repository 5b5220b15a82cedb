package io.soakstream.tuner.mapping;

import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an event must satisfy on its own, whatever its run is like: names, numbers and ranges. */
public final class EventChecks {
    private static final List<NumberField> NUMBERS = NumberField.of(IterationSummary.getClassSchema());
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_DECIMAL_LENGTH = 40;
    private static final int MAX_HASH_LENGTH = 128;

    private final ParameterCatalogue catalogue;

    public EventChecks(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Why an event cannot be used at all.
     *
     * @param code machine-readable reason, as in the header {@code soak.error.code}
     * @param detail names the field and the value
     */
    public record Violation(String code, String detail) {}

    /** The first violation of an event under a record key; empty: usable. */
    public Optional<Violation> firstViolation(String key, SoakEvent event) {
        if (!NAME.matcher(event.getBot()).matches()
                || !NAME.matcher(event.getRun()).matches()) {
            return Optional.of(new Violation("invalid_run_key", "bot and run must match " + NAME));
        }
        if (!key.equals(event.getBot() + ":" + event.getRun())) {
            return Optional.of(new Violation("key_mismatch", "the record's key is not <bot>:<run> of its value"));
        }
        if (bodies(event) > 1) {
            return Optional.of(new Violation("invalid_value", "more than one body is set"));
        }
        return parameterViolation(parameters(event))
                .or(() -> Optional.ofNullable(event.getIterationSummary()).flatMap(this::iteration))
                .or(() -> Optional.ofNullable(event.getRunStarted()).flatMap(this::schedule))
                .or(() -> Optional.ofNullable(event.getRunEnded())
                        .flatMap(ended -> hash("run_ended.overrides_hash", ended.getOverridesHash())))
                .or(() -> hash("origin", event.getOrigin()))
                .or(() -> Optional.ofNullable(event.getControlCommand()).flatMap(EventChecks::command));
    }

    private static long bodies(SoakEvent event) {
        return Stream.of(
                        event.getRunStarted(),
                        event.getIterationSummary(),
                        event.getRunEnded(),
                        event.getTick(),
                        event.getControlCommand())
                .filter(Objects::nonNull)
                .count();
    }

    private static List<ParameterValue> parameters(SoakEvent event) {
        if (event.getRunStarted() != null) {
            return event.getRunStarted().getStartOverrides();
        }
        if (event.getIterationSummary() != null) {
            return event.getIterationSummary().getEffectiveOverrides();
        }
        return event.getControlCommand() == null
                ? List.of()
                : event.getControlCommand().getValues();
    }

    /** Loops, not streams, from here on: this is done for every event, mostly to find nothing. */
    private Optional<Violation> parameterViolation(List<ParameterValue> values) {
        for (ParameterValue value : values) {
            Optional<Violation> violation = parameter(value);
            if (violation.isPresent()) {
                return violation;
            }
        }
        Set<String> seen = new HashSet<>();
        for (ParameterValue value : values) {
            String name = catalogue.get(value.getName()).name();
            if (!seen.add(name)) {
                return Optional.of(new Violation("invalid_value", name + " is given twice"));
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> parameter(ParameterValue value) {
        if (catalogue.find(value.getName()).isEmpty()) {
            return Optional.of(new Violation("unknown_parameter", value.getName() + " is not in the catalogue"));
        }
        if (!isDecimal(value.getValue())) {
            return Optional.of(new Violation("invalid_value", value.getName() + ": not a decimal"));
        }
        return Optional.empty();
    }

    /** Short enough too: the decimal 1E+999999999 is valid and takes a gigabyte to round. */
    private static boolean isDecimal(String text) {
        try {
            return text.length() <= MAX_DECIMAL_LENGTH
                    && Math.abs((long) new BigDecimal(text).scale()) <= MAX_DECIMAL_LENGTH;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private Optional<Violation> iteration(IterationSummary body) {
        if (body.getIteration() < 1) {
            return Optional.of(new Violation("invalid_iteration", "iteration: " + body.getIteration() + " is below 1"));
        }
        for (NumberField field : NUMBERS) {
            Optional<Violation> violation = field.violation((Double) body.get(field.position()));
            if (violation.isPresent()) {
                return violation;
            }
        }
        return blocks(body.getBlockReasons())
                .or(() -> hash("overrides_hash", body.getOverridesHash()))
                .or(() -> Optional.ofNullable(body.getRecordedTuning()).flatMap(EventChecks::recorded));
    }

    private Optional<Violation> schedule(RunStarted start) {
        return start.getSchedule().stream()
                .flatMap(step -> parameterViolation(step.getValues()).stream())
                .findFirst();
    }

    /** The id is kept in state: it must be a name. */
    private static Optional<Violation> command(ControlCommand command) {
        return NAME.matcher(command.getId()).matches()
                ? Optional.empty()
                : Optional.of(new Violation("invalid_value", "control_command.id must match " + NAME));
    }

    private static Optional<Violation> recorded(RecordedTuning tuning) {
        return hash("recorded_tuning.state_hash", tuning.getStateHash());
    }

    /** Hashes are kept in state: whatever they are, they must be short. */
    private static Optional<Violation> hash(String field, String hash) {
        return hash == null || hash.length() <= MAX_HASH_LENGTH
                ? Optional.empty()
                : Optional.of(
                        new Violation("invalid_value", field + ": longer than " + MAX_HASH_LENGTH + " characters"));
    }

    private static Optional<Violation> blocks(List<BlockReason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.getRatio() != null)
                .filter(reason -> !(reason.getRatio() >= 0 && reason.getRatio() <= 1))
                .map(reason -> new Violation(
                        "invalid_value",
                        "block_reasons." + reason.getReason() + ".ratio: " + reason.getRatio() + " is outside 0..1"))
                .findFirst();
    }
}
