package io.soakstream.deploy.http;

import io.javalin.security.RouteRole;

/** Who may use a route; a route without one does not exist. */
public enum Role implements RouteRole {
    /** Everybody: it tells nothing but whether the process is well. */
    PUBLIC,
    /** Whoever has a token of either kind; without tokens, whoever reaches the loopback address. */
    READ,
    /** Whoever has a token that may command. */
    CONTROL
}
