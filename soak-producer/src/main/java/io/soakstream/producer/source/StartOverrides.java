package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.ParameterValue;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The start values beside a soak's iterations, {@code runtime_overrides.start.json}.
 *
 * @param values values that can be taken, sorted by name; empty without a file
 * @param rejections the others
 */
record StartOverrides(List<ParameterValue> values, List<Rejection> rejections) {
    static final String FILE = "runtime_overrides.start.json";

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    static StartOverrides read(Path directory, StartValueRule rule) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new StartOverrides(List.of(), List.of());
        }
        RejectionList rejections = new RejectionList(FILE);
        List<ParameterValue> values = values(file, rule, rejections).stream()
                .filter(value -> allowed(value, rule, rejections))
                .toList();
        return new StartOverrides(values, rejections.all());
    }

    private static List<ParameterValue> values(Path file, StartValueRule rule, RejectionList rejections) {
        return new IterationJson()
                .read(file, rejections)
                .map(root -> ParameterFields.read(new FieldReader(root, "", rejections), rule))
                .orElse(List.of());
    }

    private static boolean allowed(ParameterValue value, StartValueRule rule, RejectionList rejections) {
        return rule.refusal(value.getName(), value.getValue())
                .map(refusal -> {
                    rejections.add(value.getName(), refusal);
                    return false;
                })
                .orElse(true);
    }

    /** The values that can be taken, by name. */
    Map<String, BigDecimal> decimals() {
        return values.stream()
                .collect(Collectors.toMap(ParameterValue::getName, value -> new BigDecimal(value.getValue())));
    }
}
