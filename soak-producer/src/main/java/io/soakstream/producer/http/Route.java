package io.soakstream.producer.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One row of the table of routes.
 *
 * @param path pattern of the path
 * @param access who may use it
 * @param patience how long an answer may take
 * @param work what makes the answer, without waiting for anybody but the client
 */
record Route(HandlerType method, String path, Access access, Duration patience, Work work) {

    /** Makes an answer. */
    @FunctionalInterface
    interface Work {
        /**
         * @throws Problem the request was not done
         * @throws IOException the client did not send what it began
         */
        CompletableFuture<Answer> answer(Context context) throws IOException;
    }
}
