package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.soakstream.producer.domain.RiskUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes typed values out of one JSON object. An absent field and a null are unknown ({@code null}); a value of another
 * type or outside its range is refused under its path and read as unknown.
 */
final class FieldReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final double LARGEST_WHOLE = 1L << 53;

    private final JsonNode object;
    private final String prefix;
    private final RejectionList rejections;

    FieldReader(JsonNode object, String prefix, RejectionList rejections) {
        this.object = object;
        this.prefix = prefix;
        this.rejections = rejections;
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The field as it is; a missing node if it is absent. */
    JsonNode node(String name) {
        return object.path(name);
    }

    /** Whether there is any field. */
    boolean isEmpty() {
        return object.isEmpty();
    }

    /** The object in the field; one without fields if it is absent. */
    FieldReader object(String name) {
        JsonNode inner = object.path(name);
        boolean usable = inner.isObject() || inner.isNull() || inner.isMissingNode();
        if (!usable) {
            refuse(name, shown(inner) + " is not an object");
        }
        return new FieldReader(inner.isObject() ? inner : MissingNode.getInstance(), prefix + name + ".", rejections);
    }

    /** A finite number. */
    Double number(String name) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber()) {
            return refused(name, shown(value) + " is not a number");
        }
        return Double.isFinite(value.doubleValue())
                ? (Double) value.doubleValue()
                : refused(name, shown(value) + " is not a finite number");
    }

    /** A number of a kind that cannot be negative: a duration, a volume. */
    Double amount(String name) {
        Double value = number(name);
        return value == null || value >= 0 ? value : refused(name, shown(object.get(name)) + " is negative");
    }

    /** A share of a whole in the given unit, as a ratio. */
    Double ratio(String name, RiskUnit unit) {
        Double value = number(name);
        if (value == null) {
            return null;
        }
        return unit.allows(value)
                ? (Double) unit.toRatio(value)
                : refused(name, shown(object.get(name)) + " is outside " + unit.range());
    }

    /** A share of a whole that is a ratio in every source (0..1). */
    Double share(String name) {
        Double value = number(name);
        boolean allowed = value == null || RiskUnit.RATIO.allows(value);
        return allowed ? value : refused(name, shown(object.get(name)) + " is outside 0..1 (unit: ratio)");
    }

    /** A whole number from 0 on. */
    Long count(String name) {
        Double value = amount(name);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || value > LARGEST_WHOLE) {
            refuse(name, shown(object.get(name)) + " is not a whole number");
            return null;
        }
        return value.longValue();
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
            refuse(name, shown(value) + " is not a text");
        }
        return value.textValue();
    }

    /** A truth value; absent is false. */
    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean() && !value.isNull() && !value.isMissingNode()) {
            refuse(name, shown(value) + " is neither true nor false");
        }
        return value.asBoolean(false) && value.isBoolean();
    }

    /** A list of texts; absent is empty. */
    List<String> texts(String name) {
        JsonNode values = object.path(name);
        if (values.isNull() || values.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.textValue()));
        if (!values.isArray() || texts.contains(null)) {
            refuse(name, shown(values) + " is not a list of texts");
            return List.of();
        }
        return List.copyOf(texts);
    }

    /** A state hash. */
    String hash(String name) {
        String value = text(name);
        if (value != null && !HASH.matcher(value).matches()) {
            refuse(name, "is not a state hash: 64 lower-case hex digits");
            return null;
        }
        return value;
    }

    /** Refuses every field that is not among the known ones. */
    void refuseUnknown(Collection<String> known, String message) {
        names().stream().filter(name -> !known.contains(name)).forEach(name -> refuse(name, message));
    }

    /** A list of texts that nothing is decided by: absent is empty, and so is anything but a list, which is noted. */
    List<String> remarks(String name) {
        JsonNode values = object.path(name);
        if (!values.isArray() && !values.isNull() && !values.isMissingNode()) {
            rejections.note(prefix + name, shown(values) + " is not a list of texts and is left out");
            return List.of();
        }
        return texts(name);
    }

    /** Names of the fields that are there. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void refuse(String name, String message) {
        rejections.add(prefix + name, message);
    }

    /** Refuses the field; {@code null}, so that it can be returned as the unknown value. */
    private Double refused(String name, String message) {
        refuse(name, message);
        return null;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
