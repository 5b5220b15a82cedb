package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import java.util.Locale;
import java.util.Set;

/** Reads the end of a run out of one JSON object; every field may be absent, none may be unknown. */
public final class EndBody {
    private static final Set<String> FIELDS = Set.of("end", "overrides_hash", "note");
    private static final Set<String> ENDS = Set.of("completed", "aborted");
    private static final int MAX_NOTE = 1_000;

    private final IterationJson json = new IterationJson();

    /** @throws MalformedJsonException it is not one JSON object within the limits; the message says where */
    public BodyReading<RunEnded> read(byte[] body) {
        JsonNode root = json.read(body, 0, body.length);
        RejectionList rejections = new RejectionList("");
        FieldReader fields = new FieldReader(root, "", rejections);
        fields.refuseUnknown(FIELDS, "is not a field of an end");
        RunEnded ended = new RunEnded(end(fields), fields.hash("overrides_hash"), fields.text("note"), null);
        if (ended.getNote() != null && ended.getNote().length() > MAX_NOTE) {
            fields.refuse("note", "is longer than " + MAX_NOTE + " characters");
        }
        return rejections.isEmpty() ? BodyReading.of(ended) : BodyReading.refused(rejections.all());
    }

    private static RunEnd end(FieldReader fields) {
        String end = fields.text("end");
        if (end == null) {
            return RunEnd.COMPLETED;
        }
        if (!ENDS.contains(end)) {
            fields.refuse("end", "\"" + end + "\" is not one of aborted, completed");
            return RunEnd.COMPLETED;
        }
        return RunEnd.valueOf(end.toUpperCase(Locale.ROOT));
    }
}
