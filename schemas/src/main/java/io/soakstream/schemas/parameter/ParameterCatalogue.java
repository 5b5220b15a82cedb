package io.soakstream.schemas.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every parameter that is known, in the catalogue's order, by flat name and by path. */
public final class ParameterCatalogue {
    private static final ParameterCatalogue STANDARD = load();

    private final Map<String, Parameter> byName;

    ParameterCatalogue(List<Parameter> parameters) {
        Map<String, Parameter> names = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (names.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("parameters.yaml: " + parameter.name() + " stands there twice");
            }
        }
        this.byName = Collections.unmodifiableMap(names);
    }

    /** The catalogue of {@code parameters.yaml}. */
    public static ParameterCatalogue standard() {
        return STANDARD;
    }

    public Collection<Parameter> all() {
        return byName.values();
    }

    /** The parameters that the tuner may move. */
    public List<Parameter> tunables() {
        return byName.values().stream().filter(Parameter::tunable).toList();
    }

    /** Finds a parameter by its flat name or its path. */
    public Optional<Parameter> find(String nameOrPath) {
        Parameter direct = byName.get(nameOrPath);
        if (direct != null) {
            return Optional.of(direct);
        }
        int dot = nameOrPath.indexOf('.');
        return Optional.ofNullable(byName.get(nameOrPath.substring(dot + 1)))
                .filter(parameter -> parameter.path().equals(nameOrPath));
    }

    /**
     * As {@link #find}.
     *
     * @throws InvalidParameterException the name is in no list
     */
    public Parameter get(String nameOrPath) {
        return find(nameOrPath)
                .orElseThrow(() -> new InvalidParameterException(nameOrPath + ": no such parameter in the catalogue"));
    }

    private static ParameterCatalogue load() {
        try (InputStream yaml = ParameterCatalogue.class.getResourceAsStream("parameters.yaml")) {
            Object rows =
                    new Load(LoadSettings.builder().setLabel("parameters.yaml").build()).loadFromInputStream(yaml);
            return new ParameterCatalogue(((List<?>) rows)
                    .stream().map(row -> parameter((Map<?, ?>) row)).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("parameters.yaml", unreadable);
        }
    }

    private static Parameter parameter(Map<?, ?> row) {
        String[] path = ((String) row.get("path")).split("\\.", 2);
        return new Parameter(
                path[0],
                path[1],
                (String) row.get("unit"),
                (Integer) row.get("scale"),
                decimal(row, "start"),
                decimal(row, "min").orElseThrow(),
                decimal(row, "max").orElseThrow(),
                decimal(row, "step"),
                (String) row.get("subsystem"));
    }

    private static Optional<BigDecimal> decimal(Map<?, ?> row, String key) {
        return Optional.ofNullable((String) row.get(key)).map(BigDecimal::new);
    }
}
