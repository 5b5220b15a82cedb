package io.soakstream.deploy.http;

import io.javalin.http.Context;

/** Answers with events as long as the client stays. */
@FunctionalInterface
public interface Stream {
    /**
     * Looks at the request, on the thread of the request.
     *
     * @return what goes on, on a thread of its own
     * @throws io.soakstream.producer.http.Problem the request was not done
     */
    Running open(Context context);

    /** Events on their way. */
    @FunctionalInterface
    interface Running {
        /**
         * Writes until there is nothing more to come.
         *
         * @throws java.io.IOException the client has gone
         */
        void write(EventWriter out) throws java.io.IOException, InterruptedException;
    }
}
