package io.soakstream.schemas.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.schemas.canonical.CanonicalJson;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A configuration record as a tree of its keys, and that tree as JSON. */
public final class SettingTree {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SettingTree() {}

    /** Every setting under its key, sorted; nested records are nested maps. */
    public static SortedMap<String, Object> of(Record settings) {
        SortedMap<String, Object> tree = new TreeMap<>();
        for (RecordComponent component : RecordSettings.components(settings.getClass())) {
            Object value = RecordSettings.value(settings, component);
            tree.put(RecordSettings.key(component), value instanceof Record group ? of(group) : value);
        }
        return Collections.unmodifiableSortedMap(tree);
    }

    /** The tree in canonical form: equal settings, equal text. */
    public static String canonicalJson(Record settings) {
        return CanonicalJson.write(of(settings));
    }

    /**
     * Reads a tree back, for {@link SettingBinder}.
     *
     * @throws IllegalArgumentException the text is no JSON object
     */
    public static Map<String, Object> parse(String json) {
        try {
            Map<String, Object> tree = MAPPER.readValue(json, new TypeReference<>() {});
            if (tree != null) {
                return tree;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("settings: no JSON object", broken);
        }
        throw new IllegalArgumentException("settings: no JSON object");
    }
}
