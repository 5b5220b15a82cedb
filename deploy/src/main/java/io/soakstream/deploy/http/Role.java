package io.soakstream.deploy.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;

/** Who may use a route; a route without one does not exist. */
public enum Role implements RouteRole {
    /** Everybody: it tells nothing of the runs. */
    PUBLIC,
    /** Whoever has a token of either kind; without tokens, whoever reaches the loopback address. */
    READ,
    /** Whoever has a token that may command. */
    CONTROL;

    private static final String ATTRIBUTE = "soak.role";

    /** What whoever asks may do; set before a route that is not public is served. */
    public static Role of(Context context) {
        return context.attribute(ATTRIBUTE);
    }

    void grant(Context context) {
        context.attribute(ATTRIBUTE, this);
    }
}
