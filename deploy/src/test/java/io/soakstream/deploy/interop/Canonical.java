package io.soakstream.deploy.interop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.canonical.CanonicalJson;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Records as canonical JSON, in which a client that prints {@code 3} and one that prints {@code 3.0} say the same. */
final class Canonical {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Canonical() {}

    static String of(SpecificRecord value) {
        return of(value.toString());
    }

    static String of(String json) {
        try {
            return CanonicalJson.write(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not a JSON object: " + json, broken);
        }
    }
}
