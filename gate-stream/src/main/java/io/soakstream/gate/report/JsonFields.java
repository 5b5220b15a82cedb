package io.soakstream.gate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Fields that many documents have: what is unknown is null, never left out and never zero. */
public final class JsonFields {
    private JsonFields() {}

    /** Rounded half-even, as the published reports do. */
    public static void rounded(ObjectNode node, String name, Double value, int scale) {
        node.put(
                name,
                value == null
                        ? null
                        : Double.valueOf(Decimals.rounded(value, scale).doubleValue()));
    }

    public static void decimal(ObjectNode node, String name, Optional<BigDecimal> value) {
        node.put(name, value.map(known -> new BigDecimal(Decimals.plain(known))).orElse(null));
    }

    public static void text(ObjectNode node, String name, Optional<String> value) {
        node.put(name, value.orElse(null));
    }

    public static void numbers(ArrayNode node, List<Integer> values) {
        values.forEach(node::add);
    }

    public static void texts(ArrayNode node, List<String> values) {
        values.forEach(node::add);
    }
}
