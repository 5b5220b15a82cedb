package io.soakstream.schemas.runtime;

import java.util.Optional;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Tells whether a cluster has turned a client away: asking again changes nothing, somebody has to. */
public final class Refusals {
    private Refusals() {}

    /** The refusal that a failure comes from: of the client itself, or of what it wanted to do; empty: it is none. */
    public static Optional<ApiException> in(Throwable failure) {
        CauseChain chain = new CauseChain(failure);
        Optional<ApiException> unknown =
                chain.find(AuthenticationException.class).map(ApiException.class::cast);
        return unknown.or(() -> chain.find(AuthorizationException.class));
    }
}
