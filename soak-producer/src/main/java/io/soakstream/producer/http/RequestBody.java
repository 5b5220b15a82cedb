package io.soakstream.producer.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;

/** The body of a request: JSON, and no more of it than may be. */
public final class RequestBody {
    private RequestBody() {}

    /**
     * @throws Problem 415: it does not say that it is JSON; 413: it is too large
     * @throws IOException the client did not send it
     */
    public static byte[] json(Context context) throws IOException {
        String type = context.contentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(Answer.JSON)) {
            throw Problem.of(415, "Content-Type", "must be " + Answer.JSON);
        }
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "Content-Encoding", "must be identity");
        }
        // One more than may be: chunked bodies do not state their length.
        byte[] body = context.req().getInputStream().readNBytes(IngestConfig.MAX_BODY_BYTES + 1);
        if (body.length > IngestConfig.MAX_BODY_BYTES) {
            throw Problem.of(413, "the body is larger than " + IngestConfig.MAX_BODY_BYTES + " bytes");
        }
        return body;
    }

    /** The same, but no body at all is an empty object. */
    static byte[] optionalJson(Context context) throws IOException {
        boolean absent = context.contentType() == null && context.contentLength() <= 0;
        return absent ? new byte[] {'{', '}'} : json(context);
    }
}
