package io.soakstream.schemas.runtime;

import io.soakstream.schemas.setting.InvalidSettingException;
import io.soakstream.schemas.setting.SettingBinder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the layers say about the settings of one root: of each path, the last word and whose it is. */
final class SettingLayers {
    private static final String DEFAULT = "default";

    private final String root;
    private final Set<String> paths;
    private final Map<String, Given> given = new HashMap<>();

    /** @param paths every setting below the root, in the order of the reference */
    SettingLayers(String root, Set<String> paths) {
        this.root = root;
        this.paths = paths;
    }

    /** A value and where it came from. */
    private record Given(Object value, String origin) {}

    boolean isSetting(String path) {
        return paths.contains(path);
    }

    boolean isGroup(String path) {
        return paths.stream().anyMatch(setting -> setting.startsWith(path + "."));
    }

    /**
     * Puts a value over what was said before.
     *
     * @throws InvalidSettingException the path is no setting's
     */
    void put(String path, Object value, String origin) {
        if (!isSetting(path)) {
            String problem = isGroup(path) ? "a group of settings, not a value" : "no such setting";
            throw new InvalidSettingException(path, problem).from(origin);
        }
        given.put(path, new Given(value, origin));
    }

    /** @throws InvalidSettingException a value is wrong; ends with where it came from */
    <T extends Record> T over(T defaults) {
        try {
            return SettingBinder.bind(root, defaults, tree());
        } catch (InvalidSettingException invalid) {
            throw given.containsKey(invalid.path())
                    ? invalid.from(given.get(invalid.path()).origin())
                    : invalid;
        }
    }

    /** Where each setting came from, by path. */
    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        paths.forEach(path ->
                origins.put(path, given.containsKey(path) ? given.get(path).origin() : DEFAULT));
        return origins;
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new TreeMap<>();
        given.forEach((path, value) -> {
            List<String> keys = Arrays.asList(path.substring(root.length() + 1).split("\\."));
            Map<String, Object> group = tree;
            for (String key : keys.subList(0, keys.size() - 1)) {
                group = group(group, key);
            }
            group.put(keys.get(keys.size() - 1), value.value());
        });
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.computeIfAbsent(key, absent -> new TreeMap<String, Object>());
    }
}
