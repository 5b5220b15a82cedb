package io.soakstream.tuner.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * A field of floating-point numbers and what its values must satisfy. Found out once: names are looked at when the
 * program starts, not with every event.
 *
 * @param position in its record
 * @param ratio values lie in 0..1
 * @param notNegative values are at least 0
 */
record NumberField(String name, int position, boolean ratio, boolean notNegative) {
    private static final Set<String> RATIOS = Set.of(
            "risk_ratio",
            "maker_taker_ratio",
            "cancel_ratio",
            "min_interval_ratio",
            "concurrency_ratio",
            "hit_ratio",
            "deadline_miss_rate");

    /** The fields of a record that hold doubles or nothing, in its order. */
    static List<NumberField> of(Schema schema) {
        return schema.getFields().stream()
                .filter(NumberField::isDouble)
                .map(field -> new NumberField(
                        field.name(),
                        field.pos(),
                        RATIOS.contains(field.name()),
                        field.name().endsWith("_ms")))
                .toList();
    }

    private static boolean isDouble(Schema.Field field) {
        Schema schema = field.schema();
        return schema.getType() == Schema.Type.DOUBLE
                || (schema.isUnion()
                        && schema.getTypes().stream().anyMatch(branch -> branch.getType() == Schema.Type.DOUBLE));
    }

    Optional<EventChecks.Violation> violation(Double value) {
        if (value == null) {
            return Optional.empty();
        }
        if (!Double.isFinite(value)) {
            return invalid(value + " is not finite");
        }
        if (ratio && (value < 0 || value > 1)) {
            return invalid(value + " is outside 0..1");
        }
        return notNegative && value < 0 ? invalid(value + " is below 0") : Optional.empty();
    }

    private Optional<EventChecks.Violation> invalid(String found) {
        return Optional.of(new EventChecks.Violation("invalid_value", name + ": " + found));
    }
}
