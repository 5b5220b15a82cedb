package io.soakstream.producer.sidecar;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.time.Instant;
import java.util.Optional;

/** The run on the stream, as the sidecar needs it. Every call returns when the broker has acknowledged. */
interface RunPort extends AutoCloseable {

    /** @throws UndeliverableException see there */
    void start(Overrides startValues, Instant at);

    /** Goes on with a run that has started. */
    void join(Overrides inForce);

    /** @throws UndeliverableException see there */
    void send(IterationSummary summary, Instant endedAt);

    /** The newest values that the bot must run with; empty: none were read yet. */
    Optional<Wanted> wanted();

    /**
     * Ends the run.
     *
     * @param completed whether it did what was planned
     * @param echo state hash of what is in force; empty: that is not known
     * @throws UndeliverableException see there
     */
    void end(boolean completed, Optional<String> echo, Instant at);

    @Override
    void close();
}
