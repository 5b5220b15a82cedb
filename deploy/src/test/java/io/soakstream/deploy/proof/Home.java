package io.soakstream.deploy.proof;

import io.soakstream.schemas.runtime.StoreKind;

/** Where a process keeps what it knows of itself, and so whether it can take the place of the one before it. */
enum Home {
    /** Stores on disk, on the directory of the process before it: the same transactional id, a static member. */
    SAME(StoreKind.ROCKSDB),
    /** Stores on disk, on an empty directory: another transactional id, a static member. */
    FRESH(StoreKind.ROCKSDB),
    /** The defaults of {@code soak start}: stores in memory, so another transactional id, and a dynamic member. */
    MEMORY(StoreKind.MEMORY);

    private final StoreKind stores;

    Home(StoreKind stores) {
        this.stores = stores;
    }

    StoreKind stores() {
        return stores;
    }
}
