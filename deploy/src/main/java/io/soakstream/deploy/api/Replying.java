package io.soakstream.deploy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.http.EntityTag;
import io.soakstream.deploy.view.Kept;
import io.soakstream.producer.http.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Records as JSON, with the names of their fields, and where they came from. */
final class Replying {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Replying() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static CompletableFuture<Answer> json(ObjectNode body) {
        return CompletableFuture.completedFuture(Answer.json(200, body));
    }

    /** An answer that who has it already need not get again, and may keep for as long as he asks whether it is the same. */
    static Answer tagged(Context context, EntityTag tag, Answer full) {
        return tag.unlessKnown(context, full.with("Cache-Control", "private, no-cache"));
    }

    static ObjectNode record(SpecificRecord record) {
        try {
            return (ObjectNode) JSON.readTree(record.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record is not JSON", impossible);
        }
    }

    /** The record, its partition and its offset. */
    static ObjectNode row(Kept<? extends SpecificRecord> kept) {
        return record(kept.value()).put("partition", kept.partition()).put("offset", kept.offset());
    }

    static ArrayNode rows(List<? extends Kept<? extends SpecificRecord>> kept) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        kept.forEach(row -> rows.add(row(row)));
        return rows;
    }
}
