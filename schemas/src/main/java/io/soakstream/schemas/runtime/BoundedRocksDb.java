package io.soakstream.schemas.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what RocksDB takes outside the heap: one cache for all stores of the process, with the write buffers counted
 * into it. Kafka's default is a cache and buffers of about 100 MiB for every store and partition.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    static final long MEMORY_BYTES = 128L * 1024 * 1024;
    static final long WRITE_BUFFERS_BYTES = MEMORY_BYTES / 2;

    /** The native library must be there before the first object of it is made. */
    private static final class Shared {
        static final Cache CACHE;
        static final WriteBufferManager WRITE_BUFFERS;

        static {
            RocksDB.loadLibrary();
            CACHE = new LRUCache(MEMORY_BYTES);
            WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers belong to the process, not to a store: they end with it.
    }
}
