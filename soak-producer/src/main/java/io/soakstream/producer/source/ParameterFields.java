package io.soakstream.producer.source;

import io.soakstream.producer.domain.PlainDecimal;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameter values under flat names or in sections, {@code {"engine": {"min_interval_ms": 60}}}. */
final class ParameterFields {
    private ParameterFields() {}

    /** The values sorted by flat name; two different ones for one name are refused. */
    static List<ParameterValue> read(FieldReader fields, StartValueRule rule) {
        Map<String, String> values = new TreeMap<>();
        for (String name : fields.names()) {
            if (fields.node(name).isObject()) {
                section(fields.object(name), name, rule, values);
            } else {
                value(fields, name, name, rule, values);
            }
        }
        return values.entrySet().stream()
                .map(entry -> new ParameterValue(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void section(FieldReader section, String name, StartValueRule rule, Map<String, String> values) {
        for (String inner : section.names()) {
            value(section, inner, name + "." + inner, rule, values);
        }
    }

    private static void value(
            FieldReader fields, String field, String path, StartValueRule rule, Map<String, String> values) {
        Double number = fields.number(field);
        if (number == null) {
            return;
        }
        String name = rule.flatName(path);
        String value = PlainDecimal.of(number);
        String earlier = values.putIfAbsent(name, value);
        if (earlier != null && !earlier.equals(value)) {
            fields.refuse(field, value + " is not the " + earlier + " that " + name + " has elsewhere in the file");
        }
    }
}
