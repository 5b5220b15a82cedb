package io.soakstream.schemas.setting;

import io.soakstream.schemas.canonical.Decimals;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that a setting can have. Each reads a value of a tree, or text as files and the environment have it. */
enum SettingType {
    INT("whole number") {
        @Override
        Object read(Object value) {
            return Math.toIntExact(SettingNumber.whole(value));
        }
    },
    LONG("whole number") {
        @Override
        Object read(Object value) {
            return SettingNumber.whole(value);
        }
    },
    DECIMAL("decimal number") {
        @Override
        Object read(Object value) {
            return SettingNumber.decimal(value);
        }
    },
    SWITCH("true or false") {
        @Override
        Object read(Object value) {
            if (value instanceof Boolean || "true".equals(value) || "false".equals(value)) {
                return Boolean.valueOf(value.toString());
            }
            throw new IllegalArgumentException();
        }
    },
    TEXT("text") {
        @Override
        Object read(Object value) {
            return text(value);
        }
    },
    TEXTS("list of texts") {
        @Override
        Object read(Object value) {
            Stream<?> items = value instanceof List<?> list ? list.stream() : items(text(value));
            return items.map(SettingType::text).toList();
        }
    },
    TEXT_MAP("map of texts") {
        @Override
        Object read(Object value) {
            Map<String, String> entries = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, item) -> entries.put(text(key), text(item)));
            } else {
                items(text(value)).map(SettingType::keyAndValue).forEach(pair -> putNew(entries, pair));
            }
            return Map.copyOf(entries);
        }
    };

    private static final Map<Class<?>, SettingType> PLAIN = Map.of(
            int.class, INT, long.class, LONG, BigDecimal.class, DECIMAL, boolean.class, SWITCH, String.class, TEXT);
    private static final Map<Class<?>, SettingType> GENERIC = Map.of(List.class, TEXTS, Map.class, TEXT_MAP);

    private final String word;

    SettingType(String word) {
        this.word = word;
    }

    /** What the type is called in the reference. */
    String word() {
        return word;
    }

    /**
     * The value as the record has it.
     *
     * @throws IllegalArgumentException it is none of this type
     * @throws ArithmeticException it is, but Java or JSON cannot hold it
     */
    abstract Object read(Object value);

    /** As {@link #read}, with a problem that names the value. */
    Object read(String path, Object value) {
        String shown = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        try {
            return read(value);
        } catch (ArithmeticException unfit) {
            throw new InvalidSettingException(path, shown + " is too large or has too many digits", unfit);
        } catch (IllegalArgumentException unfit) {
            String problem = this == SWITCH ? " is neither true nor false" : " is no " + word;
            throw new InvalidSettingException(path, shown + problem, unfit);
        }
    }

    /** The type of a component; empty: no setting can have it. */
    static Optional<SettingType> of(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType generic) {
            boolean ofTexts = Arrays.stream(generic.getActualTypeArguments()).allMatch(String.class::equals);
            return Optional.ofNullable(ofTexts ? GENERIC.get(component.getType()) : null);
        }
        return Optional.ofNullable(PLAIN.get(component.getType()));
    }

    /** A value as text that {@link #read} takes for the same. */
    static String written(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map).entrySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof BigDecimal decimal ? Decimals.plain(decimal) : String.valueOf(value);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException();
    }

    private static Stream<String> items(String text) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(",")).map(String::strip);
    }

    /** Which of two was meant nobody can know. */
    private static void putNew(Map<String, String> entries, String[] pair) {
        if (entries.put(pair[0], pair[1]) != null) {
            throw new IllegalArgumentException();
        }
    }

    /** The value may hold more of the sign: Base64 ends with it. */
    private static String[] keyAndValue(String item) {
        String[] pair = item.split("=", 2);
        if (pair.length < 2) {
            throw new IllegalArgumentException();
        }
        return pair;
    }
}
