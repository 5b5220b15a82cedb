package io.soakstream.notifier.config;

import io.soakstream.schemas.setting.InvalidSettingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping of the configuration that knows its path, so that whatever is wrong in it is named by it. */
final class ConfigBlock {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h|d)");
    private static final Map<String, Long> UNIT_MS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final String path;
    private final Map<String, Object> values;

    ConfigBlock(String path, Object tree) {
        this.path = path;
        this.values = values(path, tree);
    }

    private static Map<String, Object> values(String path, Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new InvalidSettingException(path, "not a mapping");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return values;
    }

    String path(String key) {
        return path + "." + key;
    }

    /** Refuses every other key: what nobody reads would decide nothing. */
    ConfigBlock only(String... known) {
        Set<String> names = Set.of(known);
        values.keySet().stream().filter(key -> !names.contains(key)).findFirst().ifPresent(key -> {
            throw invalid(key, "unknown key, there are " + String.join(", ", known));
        });
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> invalid(key, "missing"));
    }

    Optional<String> optionalText(String key) {
        if (!values.containsKey(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw invalid(key, "not a text");
    }

    <T> T word(String key, T otherwise, Function<String, Optional<T>> meaning) {
        return optionalText(key)
                .map(text -> meaning.apply(text).orElseThrow(() -> invalid(key, "'" + text + "' is not known")))
                .orElse(otherwise);
    }

    int count(String key, int otherwise) {
        return optionalText(key)
                .map(text -> {
                    if (!text.matches("[1-9][0-9]{0,8}")) {
                        throw invalid(key, "'" + text + "' is not a count above 0");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    boolean isOn(String key, boolean otherwise) {
        return word(key, otherwise, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    Duration duration(String key, Duration otherwise) {
        return optionalText(key)
                .map(text -> {
                    Matcher matcher = DURATION.matcher(text);
                    if (!matcher.matches()) {
                        throw invalid(key, "'" + text + "' is not a duration such as 30s, 10m, 4h or 2d");
                    }
                    return Duration.ofMillis(Long.parseLong(matcher.group(1)) * UNIT_MS.get(matcher.group(2)));
                })
                .orElse(otherwise);
    }

    Instant instant(String key) {
        String text = text(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw invalid(key, "'" + text + "' is not a time such as 2026-11-21T22:00:00Z");
        }
    }

    /** Empty if it is not there. */
    Optional<ConfigBlock> block(String key) {
        return has(key) ? Optional.of(new ConfigBlock(path(key), values.get(key))) : Optional.empty();
    }

    /** The mappings of a list; none if it is not there. */
    List<ConfigBlock> blocks(String key) {
        List<ConfigBlock> blocks = new ArrayList<>();
        for (Object item : list(key)) {
            blocks.add(new ConfigBlock(path(key) + "[" + blocks.size() + "]", item));
        }
        return blocks;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            if (!(item instanceof String text) || text.isBlank()) {
                throw invalid(key, "not a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof List<?> list) {
            return list;
        }
        throw invalid(key, "not a list");
    }

    /** What a record refuses, with the path of this block before it. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSettingException named) {
            throw named;
        } catch (IllegalArgumentException refused) {
            throw new InvalidSettingException(path, refused.getMessage());
        }
    }

    InvalidSettingException invalid(String key, String problem) {
        return new InvalidSettingException(path(key), problem);
    }
}
