package io.soakstream.producer.sidecar;

import io.soakstream.producer.client.Iteration;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.sink.DeliveryFailedException;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.registry.RegistryAuthenticationException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The run on the stream by the Java library. */
final class LibraryPort implements RunPort {
    private final SoakProducer producer;
    private final RunKey key;
    private final SidecarOptions options;
    private final Runnable onOverrides;
    private SoakRun run;

    /** @param onOverrides called on a thread of the library when there are newer values; must not wait */
    LibraryPort(SoakProducer producer, RunKey key, SidecarOptions options, Runnable onOverrides) {
        this.producer = producer;
        this.key = key;
        this.options = options;
        this.onOverrides = onOverrides;
    }

    @Override
    public void start(Overrides startValues, Instant at) {
        RunPlan plan = RunPlan.of(key.bot(), key.run())
                .withPeriod(options.period())
                .withStartValues(startValues.values())
                .withAutoTune(options.autoTune());
        RunPlan declared = options.iterations().isPresent()
                ? plan.withTotalIterations(options.iterations().getAsInt())
                : plan;
        try {
            follow(producer.start(declared, at));
        } catch (DeliveryFailedException failed) {
            throw undeliverable(failed);
        }
    }

    @Override
    public void join(Overrides inForce) {
        follow(producer.join(key, inForce));
    }

    private void follow(SoakRun started) {
        run = started;
        started.listen(newer -> onOverrides.run());
    }

    @Override
    public void send(IterationSummary summary, Instant endedAt) {
        await(() -> run.send(new Iteration(summary, endedAt)));
    }

    @Override
    public Optional<Wanted> wanted() {
        return run.desired().version() == 0
                ? Optional.empty()
                : Optional.of(new Wanted(run.desired().version(), run.desired().values()));
    }

    @Override
    public void end(boolean completed, Optional<String> echo, Instant at) {
        RunEnding ending = completed ? RunEnding.COMPLETED : RunEnding.ABORTED;
        await(() -> run.end(ending, Optional.empty(), echo, at));
    }

    /** What is not acknowledged is taken back: the state file keeps it, and it is sent from there. */
    private void await(Supplier<CompletableFuture<Delivery>> sending) {
        try {
            sending.get().join();
        } catch (CompletionException failed) {
            run.giveUpLost();
            throw failed.getCause() instanceof DeliveryFailedException unacknowledged
                    ? undeliverable(unacknowledged)
                    : failed;
        } catch (RegistryUnavailableException | RegistryAuthenticationException away) {
            throw new UndeliverableException(away.getMessage(), true, away);
        } catch (IllegalArgumentException refused) {
            throw new UndeliverableException(refused.getMessage(), false, refused);
        }
    }

    private static UndeliverableException undeliverable(DeliveryFailedException failed) {
        return new UndeliverableException(failed.getMessage(), !failed.isFinal(), failed);
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
