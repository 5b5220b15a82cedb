package io.soakstream.schemas.profile;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.yaml.YamlProblem;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A file as it was read: names and texts. Every complaint names the file and the key. */
final class ProfileDocument {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final String label;
    private final Map<?, ?> root;

    private ProfileDocument(String label, Map<?, ?> root) {
        this.label = label;
        this.root = root;
    }

    /** Scalars stay texts, so that a decimal is exactly what the file says. */
    static ProfileDocument read(String label, InputStream yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setSchema(new FailsafeSchema())
                .build();
        try {
            if (new Load(settings).loadFromInputStream(yaml) instanceof Map<?, ?> root) {
                return new ProfileDocument(label, root);
            }
        } catch (YamlEngineException broken) {
            throw new InvalidProfileException(YamlProblem.of(label, broken).toString(), broken);
        }
        throw new InvalidProfileException(label + ": not a map of keys");
    }

    String label() {
        return label;
    }

    /** A key that nobody reads would do nothing, and nobody would know. */
    ProfileDocument withOnly(String... keys) {
        Set<String> known = Set.of(keys);
        root.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw invalid(key, "no such key (" + String.join(", ", keys) + ")");
                });
        return this;
    }

    String text(String key) {
        if (root.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw invalid(key, "a text is needed");
    }

    int count(String key, int min, int max) {
        String text = text(key);
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        throw invalid(key, "\"" + text + "\" is no whole number from " + min + " to " + max);
    }

    /** A map from texts to anything; empty if the key is not there. */
    Map<String, Object> map(String key) {
        return map(key, root.containsKey(key) ? root.get(key) : Map.of());
    }

    Map<String, Object> map(String key, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid(key, "a map is needed");
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((name, inner) -> texts.put(String.valueOf(name), inner));
        return texts;
    }

    /** Names to decimals that nothing is done with. */
    Map<String, BigDecimal> decimals(String key) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        map(key).forEach((name, value) -> decimals.put(name, decimal(key + "." + name, value)));
        return decimals;
    }

    /** Values under flat names or in sections, over the catalogue's start values. */
    Overrides overrides(String key, ParameterCatalogue catalogue) {
        Map<String, BigDecimal> given = new TreeMap<>();
        map(key).forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                map(key + "." + name, value)
                        .forEach((inner, leaf) -> put(given, key, name + "." + inner, leaf, catalogue));
            } else {
                put(given, key, name, value, catalogue);
            }
        });
        try {
            return Overrides.startingFrom(catalogue, given);
        } catch (InvalidParameterException twice) {
            throw invalid(key, twice.getMessage());
        }
    }

    private void put(
            Map<String, BigDecimal> given, String key, String name, Object value, ParameterCatalogue catalogue) {
        BigDecimal decimal = decimal(key + "." + name, value);
        try {
            catalogue.get(name).checked(decimal);
        } catch (InvalidParameterException refused) {
            throw invalid(key + "." + name, refused.getMessage());
        }
        given.put(name, decimal);
    }

    BigDecimal decimal(String key, Object value) {
        if (value instanceof String text && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw invalid(key, "\"" + value + "\" is not a decimal");
    }

    InvalidProfileException invalid(String key, String message) {
        return new InvalidProfileException(label + ": " + key + ": " + message);
    }
}
