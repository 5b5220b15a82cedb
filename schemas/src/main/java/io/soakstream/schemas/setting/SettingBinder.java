package io.soakstream.schemas.setting;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts a tree of settings, as YAML or JSON gives it, over the defaults of a record. A key is the name of a component in
 * snake case, a nested record a nested map. Text is read as the type that the setting has, numbers exactly.
 */
public final class SettingBinder {
    private SettingBinder() {}

    /** As {@link #bind(String, Record, Map)}, for a tree that has no name of its own. */
    public static <T extends Record> T bind(T defaults, Map<String, ?> overlay) {
        return bind("", defaults, overlay);
    }

    /**
     * The defaults with what the overlay says otherwise.
     *
     * @param root name of the tree: every path of a message begins with it
     * @throws InvalidSettingException a key is unknown, a value has another type or is refused by its record
     */
    public static <T extends Record> T bind(String root, T defaults, Map<String, ?> overlay) {
        return bindGroup(root, defaults, overlay);
    }

    private static <T extends Record> T bindGroup(String path, T defaults, Map<?, ?> overlay) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) defaults.getClass();
        refuseUnknown(path, type, overlay);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : RecordSettings.components(type)) {
            String key = RecordSettings.key(component);
            Object standing = RecordSettings.value(defaults, component);
            values.add(
                    overlay.containsKey(key)
                            ? value(RecordSettings.join(path, key), component, standing, overlay.get(key))
                            : standing);
        }
        return RecordSettings.create(path, type, values);
    }

    private static void refuseUnknown(String path, Class<? extends Record> type, Map<?, ?> overlay) {
        List<String> keys = RecordSettings.keys(type);
        for (Object key : overlay.keySet()) {
            if (!keys.contains(key)) {
                throw new InvalidSettingException(
                        RecordSettings.join(path, String.valueOf(key)),
                        "no such setting; there are " + String.join(", ", keys));
            }
        }
    }

    private static Object value(String path, RecordComponent component, Object standing, Object given) {
        if (!RecordSettings.isGroup(component)) {
            return kept(standing, RecordSettings.type(path, component).read(path, given));
        }
        if (given instanceof Map<?, ?> group) {
            return bindGroup(path, (Record) standing, group);
        }
        throw new InvalidSettingException(path, "a group of settings, not a value");
    }

    /** The same decimal with another number of zeros is the same setting: records compare by equality. */
    private static Object kept(Object standing, Object read) {
        boolean same = standing instanceof BigDecimal old && read instanceof BigDecimal now && old.compareTo(now) == 0;
        return same ? standing : read;
    }
}
