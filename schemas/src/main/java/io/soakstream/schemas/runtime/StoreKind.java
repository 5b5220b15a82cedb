package io.soakstream.schemas.runtime;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Where a stream keeps its state between events. The changelog on Kafka is the same for both, and so are decisions. */
public enum StoreKind {
    /** In the heap: the fastest, read anew from the changelog at every start. For up to about a million runs. */
    MEMORY {
        @Override
        public KeyValueBytesStoreSupplier supplier(String name) {
            return new ExclusiveStoreSupplier(Stores.inMemoryKeyValueStore(name));
        }
    },
    /** On disk, with bounded memory outside the heap: for more runs than fit in memory. */
    ROCKSDB {
        @Override
        public KeyValueBytesStoreSupplier supplier(String name) {
            return new ExclusiveStoreSupplier(Stores.persistentKeyValueStore(name));
        }
    };

    /** @param name of the store, and part of the name of its changelog */
    public abstract KeyValueBytesStoreSupplier supplier(String name);
}
