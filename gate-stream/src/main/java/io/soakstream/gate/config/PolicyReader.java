package io.soakstream.gate.config;

import io.soakstream.gate.domain.Comparator;
import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.domain.Severity;
import io.soakstream.gate.domain.Statistic;
import io.soakstream.schemas.kpi.Kpi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads policies: the ones that ship with the project by name, others from a file. */
public final class PolicyReader {
    /** Policies that ship with the project. */
    public static final List<String> BUILT_IN = List.of("release");

    private static final String WINDOW = "window";

    private final String label;

    private PolicyReader(String label) {
        this.label = label;
    }

    /**
     * A policy by its name, or else by the path of its file.
     *
     * @throws InvalidPolicyException there is no such policy, or its file is wrong; the message names file and key
     */
    public static Policy read(String nameOrPath) {
        if (BUILT_IN.contains(nameOrPath)) {
            return builtIn(nameOrPath);
        }
        Path file = Path.of(nameOrPath);
        if (!Files.isRegularFile(file)) {
            throw new InvalidPolicyException(
                    nameOrPath + ": neither a policy (" + String.join(", ", BUILT_IN) + ") nor a file");
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return new PolicyReader(nameOrPath).parse(yaml);
        } catch (IOException unreadable) {
            throw new InvalidPolicyException(nameOrPath + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Policy builtIn(String name) {
        try (InputStream yaml =
                PolicyReader.class.getResourceAsStream("/io/soakstream/gate/policies/" + name + ".yaml")) {
            return new PolicyReader(name).parse(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("built-in policy " + name, unreadable);
        }
    }

    private Policy parse(InputStream yaml) {
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(label).build()).loadFromInputStream(yaml);
        } catch (YamlEngineException broken) {
            throw new InvalidPolicyException(label + ": " + broken.getMessage(), broken);
        }
        Map<?, ?> root = map("", document);
        Map<?, ?> minimum = map("minimum", root.get("minimum"));
        List<Criterion> criteria = criteria(root.get("criteria"));
        try {
            return new Policy(
                    text("name", root.get("name")),
                    text("version", root.get("version")),
                    passIterations(minimum.get("pass")),
                    positive("minimum.fail", minimum.get("fail")),
                    criteria);
        } catch (InvalidPolicyException invalid) {
            throw invalid;
        } catch (IllegalArgumentException invalid) {
            throw new InvalidPolicyException(label + ": " + invalid.getMessage(), invalid);
        }
    }

    private List<Criterion> criteria(Object rows) {
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw invalid("criteria", "a list of at least one is needed");
        }
        List<Criterion> criteria = new ArrayList<>();
        for (Object row : list) {
            String key = "criteria[" + criteria.size() + "]";
            criteria.add(criterion(key, map(key, row)));
        }
        return criteria;
    }

    private Criterion criterion(String key, Map<?, ?> row) {
        Kpi kpi = word(key + ".kpi", row.get("kpi"), Kpi::byField);
        Statistic statistic = word(key + ".statistic", row.get("statistic"), Statistic::byWord);
        if (!statistic.isKeptFor(kpi)) {
            throw invalid(key + ".statistic", "'" + statistic.word() + "' is not kept for " + kpi.field());
        }
        return new Criterion(
                text(key + ".goal", row.get("goal")),
                kpi,
                statistic,
                word(key + ".comparator", row.get("comparator"), Comparator::bySign),
                decimal(key + ".threshold", row.get("threshold")),
                word(key + ".severity", row.get("severity"), Severity::byWord));
    }

    private <T> T word(String key, Object value, Function<String, Optional<T>> meaning) {
        String text = text(key, value);
        return meaning.apply(text).orElseThrow(() -> invalid(key, "'" + text + "' is not known"));
    }

    private BigDecimal decimal(String key, Object value) {
        String text = text(key, value);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw invalid(key, "'" + text + "' is not a number");
        }
    }

    private OptionalInt passIterations(Object value) {
        return WINDOW.equals(value) ? OptionalInt.empty() : OptionalInt.of(positive("minimum.pass", value));
    }

    private int positive(String key, Object value) {
        if (value instanceof Integer number && number > 0) {
            return number;
        }
        throw invalid(key, "'" + value + "' is not a count above 0");
    }

    private String text(String key, Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw invalid(key, value == null ? "missing" : "'" + value + "' is not a text or number");
    }

    private Map<?, ?> map(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid(key, value == null ? "missing" : "not a mapping");
    }

    private InvalidPolicyException invalid(String key, String problem) {
        return new InvalidPolicyException(label + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
    }
}
