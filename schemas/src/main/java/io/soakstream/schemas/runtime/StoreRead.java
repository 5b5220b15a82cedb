package io.soakstream.schemas.runtime;

import java.util.Optional;

/**
 * What a store of this instance says of a key. What is not committed yet is among it.
 *
 * @param value empty: the store has none
 * @param stale from a copy, or from a store that is still being restored: it may lag behind
 */
public record StoreRead<V>(Optional<V> value, boolean stale) {}
