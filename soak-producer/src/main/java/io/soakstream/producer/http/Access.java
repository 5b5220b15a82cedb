package io.soakstream.producer.http;

import io.javalin.security.RouteRole;

/** Who may use a route. */
enum Access implements RouteRole {
    /** Everybody: it tells nothing but whether the server is well. */
    PUBLIC,
    /** Whoever has a token, where there are tokens. */
    BOT
}
