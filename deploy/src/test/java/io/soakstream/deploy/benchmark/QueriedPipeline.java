package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.live.StoreReader;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A pipeline whose stores are asked at a steady rate, one run after the other, while it works. */
final class QueriedPipeline implements Pipeline {
    private final StreamsPipeline pipeline;
    private final StoreReader reader;
    private final List<String> keys;
    private final int perSecond;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<String> refusal = new AtomicReference<>("no run of that key is known");
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    /** @param keys of runs that the pipeline works on */
    QueriedPipeline(StreamsPipeline pipeline, StoreReader reader, List<String> keys, int perSecond) {
        this.pipeline = pipeline;
        this.reader = reader;
        this.keys = keys;
        this.perSecond = perSecond;
    }

    @Override
    public String id() {
        return pipeline.id();
    }

    @Override
    public void start() {
        pipeline.start();
        long everyMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
        clock.scheduleAtFixedRate(this::ask, 0, everyMicros, TimeUnit.MICROSECONDS);
    }

    private void ask() {
        if (!pipeline.isRunning()) {
            return;
        }
        String key = keys.get((int) (asked.getAndIncrement() % keys.size()));
        try {
            reader.read(key, false).ifPresent(run -> answered.incrementAndGet());
        } catch (StoreUnavailableException starting) {
            // Counted by what is missing between asked and answered.
            refusal.set(starting.getMessage());
        } catch (RuntimeException unforeseen) {
            // A scheduled task that throws is never run again, and nobody would hear of it.
            broken.compareAndSet(null, unforeseen);
        }
    }

    /** Questions that were answered with a run (count). */
    long answered() {
        return answered.get();
    }

    /** Why a question was not answered, of the last that was not. */
    String refusal() {
        return refusal.get();
    }

    @Override
    public boolean isRunning() {
        return pipeline.isRunning();
    }

    @Override
    public Optional<Throwable> failure() {
        return pipeline.failure().or(() -> Optional.ofNullable(broken.get()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pipeline.close();
    }
}
