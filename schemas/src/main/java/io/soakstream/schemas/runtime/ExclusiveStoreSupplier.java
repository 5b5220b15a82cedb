package io.soakstream.schemas.runtime;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Kafka's own stores, each behind a lock of its own. */
record ExclusiveStoreSupplier(KeyValueBytesStoreSupplier stores) implements KeyValueBytesStoreSupplier {
    @Override
    public String name() {
        return stores.name();
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new ExclusiveStore(stores.get());
    }

    @Override
    public String metricsScope() {
        return stores.metricsScope();
    }
}
