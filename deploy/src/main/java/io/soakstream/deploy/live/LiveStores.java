package io.soakstream.deploy.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers questions about runs from the stores of the streams, wherever they are. */
public interface LiveStores {
    /** Whether there is anybody who could be asked. */
    boolean canAsk(StoreApp app);

    /**
     * Asks.
     *
     * @return what the stores know; empty: no such run is known. Fails with {@link
     *     io.soakstream.schemas.runtime.StoreUnavailableException} if it may be asked again
     */
    CompletableFuture<Optional<ObjectNode>> ask(StoreQuestion question);
}
