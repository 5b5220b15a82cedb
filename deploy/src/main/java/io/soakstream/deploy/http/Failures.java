package io.soakstream.deploy.http;

import io.javalin.http.HttpResponseException;
import io.soakstream.producer.http.Problem;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes problems of failures; what nobody foresaw tells the client an id, and the log the rest. */
final class Failures {
    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);
    private static final int RETRY_SECONDS = 2;

    private Failures() {}

    static Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof HttpResponseException refused) {
            return ofServer(refused);
        }
        if (cause instanceof StoreUnavailableException moving) {
            return Problem.unavailable(moving.getMessage(), RETRY_SECONDS);
        }
        if (cause instanceof RejectedExecutionException) {
            return Problem.unavailable("as many requests as may wait do already", RETRY_SECONDS);
        }
        if (cause instanceof TimeoutException) {
            return Problem.unavailable("no answer in time", RETRY_SECONDS);
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
