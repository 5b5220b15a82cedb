package io.soakstream.notifier.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.RunState;

/** Notices and run states as JSON: names in snake case, as webhooks get them. What a newer version adds is passed over. */
public final class NoticeJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private NoticeJson() {}

    public static ObjectNode tree(Notice notice) {
        return JSON.valueToTree(notice);
    }

    public static String write(Notice notice) {
        return text(notice);
    }

    public static String write(RunState state) {
        return text(state);
    }

    /** @throws IllegalArgumentException it is no notice */
    public static Notice notice(String json) {
        return read(json, Notice.class);
    }

    /** @throws IllegalArgumentException it is no state of a run */
    public static RunState runState(String json) {
        return read(json, RunState.class);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of texts and numbers is JSON", impossible);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + malformed.getOriginalMessage());
        }
    }
}
