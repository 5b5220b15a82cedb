package io.soakstream.producer.live;

import io.soakstream.producer.client.Iteration;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunMode;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.producer.loop.LoopPort;
import io.soakstream.producer.loop.OverridesMapper;
import io.soakstream.producer.loop.Sent;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A closed loop through Kafka, in lock-step: after each period it waits for the gate's answer. For one thread. */
public final class LiveLoop implements LoopPort, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaAccess access;
    private final SoakProducer producer;
    private final Pace pace;
    private SimulatedRun run;
    private SoakRun live;
    private GateAnswers answers;

    /** @param producer closed by the caller */
    public LiveLoop(KafkaAccess access, SoakProducer producer, Pace pace) {
        this.access = access;
        this.producer = producer;
        this.pace = pace;
    }

    @Override
    public void start(SimulatedRun started) {
        run = started;
        answers = new GateAnswers(access, run.key());
        RunPlan plan = RunPlan.of(run.key().bot(), run.key().run())
                .withMode(RunMode.SIMULATED)
                .withPeriod(run.period())
                .withTotalIterations(run.iterations())
                .withDeclaredHours(run.hours())
                .withStartPlan(run.startPlan())
                .withAutoTune(run.autoTune());
        live = producer.start(plan, run.begin());
    }

    @Override
    public boolean await(int iteration) {
        return pace.await(run.timeOf(iteration));
    }

    @Override
    public Optional<Overrides> exchange(int iteration, List<Sent> sent) {
        long version = live.desired().version();
        sent.forEach(one -> one.fold(this::iteration, this::garbage));
        Optional<Integer> newest = sent.stream()
                .flatMap(one -> one.sound().stream())
                .map(IterationSummary::getIteration)
                .max(Integer::compare);
        return newest.map(number -> answered(number, version));
    }

    /**
     * What the bot must run with after the answer: the library has it as soon as its hash is the answer's, or as soon as a
     * command has made another since.
     *
     * @param version that the bot knew before
     */
    private Overrides answered(int iteration, long version) {
        String hash = answers.stateHashAfter(iteration, PATIENCE);
        return live.await(
                        desired -> desired.stateHash().equals(hash)
                                || desired.version() > version
                                        && desired.commandId().isPresent(),
                        PATIENCE)
                .values();
    }

    private Void iteration(IterationSummary summary) {
        acknowledged(live.send(new Iteration(summary, run.timeOf(summary.getIteration()))));
        return null;
    }

    /** No library sends what is no event: only a producer of its own does. */
    private Void garbage(byte[] bytes) {
        try (Producer<byte[], byte[]> raw =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            raw.send(new ProducerRecord<>(
                    access.topics().events().name(), run.key().bytes(), bytes));
        }
        return null;
    }

    @Override
    public void end(Optional<IterationSummary> last, boolean complete) {
        last.map(OverridesMapper::effective).ifPresent(live::inForce);
        Instant at = complete
                ? run.end()
                : last.map(IterationSummary::getIteration).map(run::timeOf).orElse(run.begin());
        acknowledged(live.end(complete ? RunEnding.COMPLETED : RunEnding.ABORTED, Optional.empty(), at));
    }

    private static void acknowledged(CompletableFuture<Delivery> delivery) {
        try {
            delivery.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
        if (answers != null) {
            answers.close();
        }
    }
}
