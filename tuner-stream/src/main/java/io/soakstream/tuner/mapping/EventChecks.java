package io.soakstream.tuner.mapping;

import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
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
import org.apache.avro.Schema;

/** What an event must satisfy on its own, whatever its run is like: names, numbers and ranges. */
public final class EventChecks {
    private static final Set<String> RATIOS = Set.of(
            "risk_ratio",
            "maker_taker_ratio",
            "cancel_ratio",
            "min_interval_ratio",
            "concurrency_ratio",
            "hit_ratio",
            "deadline_miss_rate");
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
        return parameters(event)
                .flatMap(value -> parameter(value).stream())
                .findFirst()
                .or(() -> repeated(event))
                .or(() -> Optional.ofNullable(event.getIterationSummary()).flatMap(this::iteration));
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

    private static Stream<ParameterValue> parameters(SoakEvent event) {
        if (event.getRunStarted() != null) {
            return event.getRunStarted().getStartOverrides().stream();
        }
        if (event.getIterationSummary() != null) {
            return event.getIterationSummary().getEffectiveOverrides().stream();
        }
        return event.getControlCommand() == null ? Stream.empty() : event.getControlCommand().getValues().stream();
    }

    private Optional<Violation> repeated(SoakEvent event) {
        Set<String> seen = new HashSet<>();
        return parameters(event)
                .map(value -> catalogue.get(value.getName()).name())
                .filter(name -> !seen.add(name))
                .map(name -> new Violation("invalid_value", name + " is given twice"))
                .findFirst();
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
        return body.getSchema().getFields().stream()
                .flatMap(field -> number(field, body.get(field.pos())).stream())
                .findFirst()
                .or(() -> blocks(body.getBlockReasons()))
                .or(() -> Optional.ofNullable(body.getRecordedTuning()).flatMap(EventChecks::recorded));
    }

    private static Optional<Violation> number(Schema.Field field, Object value) {
        if (!(value instanceof Double number)) {
            return Optional.empty();
        }
        if (!Double.isFinite(number)) {
            return Optional.of(new Violation("invalid_value", field.name() + ": " + number + " is not finite"));
        }
        if (RATIOS.contains(field.name()) && (number < 0 || number > 1)) {
            return Optional.of(new Violation("invalid_value", field.name() + ": " + number + " is outside 0..1"));
        }
        if (field.name().endsWith("_ms") && number < 0) {
            return Optional.of(new Violation("invalid_value", field.name() + ": " + number + " is below 0"));
        }
        return Optional.empty();
    }

    /** The hash is kept in state: whatever it is, it must be short. */
    private static Optional<Violation> recorded(RecordedTuning tuning) {
        return Optional.ofNullable(tuning.getStateHash())
                .filter(hash -> hash.length() > MAX_HASH_LENGTH)
                .map(hash -> new Violation(
                        "invalid_value", "recorded_tuning.state_hash: longer than " + MAX_HASH_LENGTH + " characters"));
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
