package io.soakstream.schemas.profile;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Named operations that are applied once, to the values that are really there. */
public final class Preset {
    private final String name;
    private final ParameterCatalogue catalogue;
    private final List<Operation> operations;

    private Preset(String name, ParameterCatalogue catalogue, List<Operation> operations) {
        this.name = name;
        this.catalogue = catalogue;
        this.operations = List.copyOf(operations);
    }

    /**
     * Values after a preset.
     *
     * @param notes what it could not do, or not in full, a sentence each
     */
    public record Applied(Overrides values, List<String> notes) {
        public Applied {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A preset by its name, or else by the path of its file.
     *
     * @throws InvalidProfileException there is none, or it names an unknown parameter or operation
     */
    public static Preset read(String nameOrPath, ParameterCatalogue catalogue) {
        ProfileDocument file =
                ProfileSource.PRESETS.open(nameOrPath).withOnly("name", "version", "operations", "targets");
        file.text("version");
        file.decimals("targets");
        Map<String, Operation> operations = new TreeMap<>();
        file.map("operations").forEach((parameter, row) -> {
            Operation operation = operation(file, parameter, row, catalogue);
            if (operations.put(operation.parameter().path(), operation) != null) {
                throw file.invalid("operations." + parameter, "stands there twice");
            }
        });
        return new Preset(file.text("name"), catalogue, List.copyOf(operations.values()));
    }

    private static Operation operation(ProfileDocument file, String name, Object row, ParameterCatalogue catalogue) {
        String key = "operations." + name;
        Parameter parameter =
                catalogue.find(name).orElseThrow(() -> file.invalid(key, "no such parameter in the catalogue"));
        Map<String, Object> only = file.map(key, row);
        if (only.size() != 1) {
            throw file.invalid(key, "exactly one operation is needed (add or mul)");
        }
        Map.Entry<String, Object> entry = only.entrySet().iterator().next();
        String place = key + "." + entry.getKey();
        Operation.Kind kind = Operation.Kind.byWord(entry.getKey())
                .orElseThrow(() -> file.invalid(place, "no such operation (add, mul)"));
        BigDecimal operand = file.decimal(place, entry.getValue());
        if (kind == Operation.Kind.MUL && operand.signum() < 0) {
            throw file.invalid(place, "a factor is not below 0");
        }
        return new Operation(parameter, kind, operand);
    }

    public String name() {
        return name;
    }

    /** Applies every operation to the given values: never to what another preset or an earlier call made of them. */
    public Applied applyTo(Overrides current) {
        Map<String, BigDecimal> values = new TreeMap<>(current.values());
        List<String> notes = new ArrayList<>();
        for (Operation operation : operations) {
            Parameter parameter = operation.parameter();
            Optional<BigDecimal> before = current.value(parameter.name());
            if (before.isEmpty()) {
                notes.add(note(parameter, "is not set, so it is left alone"));
                continue;
            }
            Parameter.Clamped after = operation.on(before.get());
            values.put(parameter.name(), after.value());
            if (after.bound().isPresent()) {
                notes.add(note(
                        parameter,
                        Decimals.plain(operation.unbounded(before.get())) + " " + parameter.unit() + " is cut to "
                                + Decimals.plain(after.value())));
            }
        }
        return new Applied(Overrides.startingFrom(catalogue, values), notes);
    }

    private String note(Parameter parameter, String what) {
        return "preset " + name + ": " + parameter.path() + ": " + what;
    }
}
