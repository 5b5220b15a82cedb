package io.soakstream.deploy.live;

import io.soakstream.schemas.runtime.KeyHolders;
import java.util.Map;
import java.util.Optional;

/** The stores of one stream of this process. */
public interface StoreReader {
    /** @throws io.soakstream.schemas.runtime.StoreUnavailableException it is not known now */
    KeyHolders holders(String runKey);

    /**
     * A tree of JSON; empty: no such run is known.
     *
     * @throws io.soakstream.schemas.runtime.StoreUnavailableException the run is not this instance's, or not yet
     */
    Optional<Map<String, Object>> read(String runKey, boolean orStale);
}
