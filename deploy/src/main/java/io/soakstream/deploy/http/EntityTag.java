package io.soakstream.deploy.http;

import io.javalin.http.Context;
import io.soakstream.producer.http.Answer;
import io.soakstream.schemas.canonical.Sha256;
import java.util.Arrays;

/**
 * Tells one body of an answer from another, so that who has it already gets no second copy. Weak, as a body may be
 * compressed on its way.
 *
 * @param text as it stands in a header
 */
public record EntityTag(String text) {
    private static final int DIGITS = 32;

    public static EntityTag of(String body) {
        return new EntityTag("W/\"" + Sha256.hex(body).substring(0, DIGITS) + "\"");
    }

    /** The answer with this tag, or that the client has it already. */
    public Answer unlessKnown(Context context, Answer full) {
        Answer answer = isKnown(context.header("If-None-Match")) ? without(full) : full;
        return answer.with("ETag", text);
    }

    private static Answer without(Answer full) {
        Answer unchanged = Answer.empty(304);
        return new Answer(unchanged.status(), unchanged.contentType(), unchanged.body(), full.headers());
    }

    /** @param known the {@code If-None-Match} header; {@code null}: none */
    private boolean isKnown(String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || strong(tag).equals(strong(text)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
