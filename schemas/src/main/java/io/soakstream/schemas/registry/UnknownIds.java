package io.soakstream.schemas.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers for a short while which ids the registry does not know, so that a flood of poison records is not a flood
 * of requests. Short, because an id may become known: registries with several nodes replicate after they answer.
 */
final class UnknownIds {
    static final Duration MEMORY = Duration.ofSeconds(30);
    /** Garbage has any id, so the memory for it is bounded (count). */
    static final int CAPACITY = 10_000;

    private final LongSupplier nanoClock;
    private final Map<Integer, Long> seenAt = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
            return size() > CAPACITY;
        }
    };

    UnknownIds(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized boolean contains(int id) {
        Long at = seenAt.get(id);
        if (at == null) {
            return false;
        }
        if (nanoClock.getAsLong() - at < MEMORY.toNanos()) {
            return true;
        }
        seenAt.remove(id);
        return false;
    }

    synchronized void add(int id) {
        seenAt.put(id, nanoClock.getAsLong());
    }

    synchronized int size() {
        return seenAt.size();
    }
}
