package io.soakstream.producer.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.soakstream.producer.overrides.OverridesUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers, and makes answers of failures. */
public final class Replies {
    private static final Logger LOGGER = LoggerFactory.getLogger(Replies.class);
    private static final int RETRY_SECONDS = 5;

    /** What becomes of an event that was not acknowledged, is on the topic all the same, and is sent again. */
    static final String SENT_AGAIN =
            "What was not acknowledged may be there all the same. Sent again, an iteration or an"
                    + " end that is there counts once; a start that is there becomes a dead letter (run_already_started), which"
                    + " changes nothing of the run";

    private Replies() {}

    public static void write(Context context, Answer answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        context.header("X-Content-Type-Options", "nosniff");
        answer.body().ifPresent(body -> {
            context.contentType(answer.contentType());
            Optional<Gzipped> compressed = answer.gzipped().filter(form -> takesGzip(context));
            // The library does not compress what says that it is compressed.
            compressed.ifPresent(form -> context.header("Content-Encoding", Gzipped.ENCODING));
            context.result(compressed.map(Gzipped::bytes).orElseGet(() -> bytes(body)));
        });
    }

    /** A body as it is sent. */
    static byte[] bytes(String body) {
        return (body + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the library would compress the answer too. */
    private static boolean takesGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null && CompressionStrategy.GZIP.findMatchingCompressor(accepted) != null;
    }

    /** A failure becomes a problem; one that nobody foresaw tells the client an id, and the log the rest. */
    static Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof HttpResponseException refused) {
            return ofServer(refused);
        }
        if (cause instanceof TimeoutException) {
            return Problem.unavailable(
                    "no answer in time. The request may have been done all the same. " + SENT_AGAIN, RETRY_SECONDS);
        }
        if (cause instanceof OverridesUnavailableException away) {
            return Problem.unavailable(away.getMessage(), RETRY_SECONDS);
        }
        if (cause instanceof IOException broken) {
            return Problem.of(400, "the body did not come whole: " + broken.getMessage());
        }
        String id = UUID.randomUUID().toString();
        LOGGER.atError().setCause(cause).addKeyValue("id", id).log("a request failed");
        return Problem.of(500, "an error of the server, in its log under " + id);
    }

    private static Problem ofServer(HttpResponseException refused) {
        String methods = refused.getDetails().get("availableMethods");
        Problem problem = Problem.of(refused.getStatus(), String.valueOf(refused.getMessage()));
        return methods == null ? problem : problem.with("Allow", methods);
    }
}
