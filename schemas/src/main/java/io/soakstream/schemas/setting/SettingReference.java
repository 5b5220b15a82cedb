package io.soakstream.schemas.setting;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The list of all settings of a record: what its documentation is made of. */
public final class SettingReference {
    private static final String PREFIX = "SOAK_";

    private SettingReference() {}

    /**
     * One setting.
     *
     * @param path keys from the root, joined by points, such as {@code tuner.window_length}
     * @param type in words
     * @param unit empty for words and switches
     * @param value what it is in the record that was listed: int, long, boolean, decimal, text, list or map of texts
     * @param doc one sentence
     * @param environmentVariable name of the variable that sets it
     */
    public record Row(String path, String type, String unit, Object value, String doc, String environmentVariable) {
        /** The value as flags and the environment would give it. */
        public String text() {
            return SettingType.written(value);
        }
    }

    /**
     * The settings of a record and of the records in it, in the order of the components.
     *
     * @param root first part of every path
     * @throws IllegalStateException a component lacks {@link Setting} or has a type that no setting can have
     */
    public static List<Row> rows(String root, Record settings) {
        List<Row> rows = new ArrayList<>();
        add(rows, root, settings);
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String path, Record group) {
        for (RecordComponent component : RecordSettings.components(group.getClass())) {
            String inner = RecordSettings.join(path, RecordSettings.key(component));
            Object value = RecordSettings.value(group, component);
            if (value instanceof Record nested) {
                add(rows, inner, nested);
            } else {
                rows.add(row(inner, component, value));
            }
        }
    }

    private static Row row(String path, RecordComponent component, Object value) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(path + ": " + component.getDeclaringRecord() + " does not say what it is");
        }
        String type = RecordSettings.type(path, component).word();
        return new Row(path, type, setting.unit(), value, setting.value(), environmentVariable(path));
    }

    /** {@code tuner.window_length} is {@code SOAK_TUNER_WINDOW_LENGTH}. */
    public static String environmentVariable(String path) {
        return PREFIX + path.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
