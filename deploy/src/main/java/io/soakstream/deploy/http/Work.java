package io.soakstream.deploy.http;

import io.javalin.http.Context;
import io.soakstream.producer.http.Answer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Makes the answer to a request, without waiting for anybody but the client. */
@FunctionalInterface
public interface Work {
    /**
     * @throws io.soakstream.producer.http.Problem the request was not done
     * @throws IOException the client did not send what it began
     */
    CompletableFuture<Answer> answer(Context context) throws IOException;
}
