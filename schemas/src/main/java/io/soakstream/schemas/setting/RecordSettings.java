package io.soakstream.schemas.setting;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/** A configuration record, looked at by its components. */
final class RecordSettings {
    private RecordSettings() {}

    static List<RecordComponent> components(Class<? extends Record> type) {
        return List.of(type.getRecordComponents());
    }

    /** {@code maxTimeJumpMs} is {@code max_time_jump_ms}. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether the component holds further settings. */
    static boolean isGroup(RecordComponent component) {
        return component.getType().isRecord();
    }

    /** The type of a setting; that a record has one which no setting can have is an error of the program. */
    static SettingType type(String path, RecordComponent component) {
        return SettingType.of(component)
                .orElseThrow(() ->
                        new IllegalStateException(path + ": a setting cannot be a " + component.getGenericType()));
    }

    static Object value(Record settings, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(settings.getClass() + "." + component.getName(), impossible);
        }
    }

    /**
     * A record of the values.
     *
     * @throws InvalidSettingException the record refuses them
     */
    static <T extends Record> T create(String path, Class<T> type, List<?> values) {
        try {
            Class<?>[] types =
                    components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw refusal(path, type, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + ": not to be created", impossible);
        }
    }

    /** What a record says of a setting begins with its path from there; else it is about the record as a whole. */
    private static RuntimeException refusal(String path, Class<? extends Record> type, Throwable cause) {
        if (!(cause instanceof IllegalArgumentException)) {
            return new IllegalStateException(type + ": not to be created", cause);
        }
        String message = String.valueOf(cause.getMessage());
        String[] parts = message.split(": ", 2);
        boolean named = parts.length == 2 && keys(type).contains(parts[0].split("\\.")[0]);
        return named
                ? new InvalidSettingException(join(path, parts[0]), parts[1], cause)
                : new InvalidSettingException(path.isEmpty() ? type.getSimpleName() : path, message, cause);
    }

    static List<String> keys(Class<? extends Record> type) {
        return components(type).stream().map(RecordSettings::key).toList();
    }
}
