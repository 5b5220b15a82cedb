package io.soakstream.deploy.offline;

import io.soakstream.gate.account.RunRecords;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;

/**
 * The tuner's and the gate's own topologies, chained in this process without a broker: the same objects that run in
 * production, so there is no second implementation to drift. The drivers' wall clock never moves.
 */
public final class OfflinePipeline implements AutoCloseable {
    /** Events that go from one topology to the other at a time (count). */
    private static final int BATCH = 128;

    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final Path directory;
    private final OfflineTuner tuner;
    private final OfflineJudge gate;
    private final List<KeyValue<String, byte[]>> decided = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    public OfflinePipeline(TunerConfig tunerConfig, GateConfig gateConfig) {
        this.directory = OfflineDriver.temporaryDirectory();
        this.tuner = new OfflineTuner(tunerConfig, topics, serdes, directory, decision -> {});
        this.gate = new OfflineJudge(gateConfig, topics, serdes, directory);
    }

    /**
     * What came out.
     *
     * @param verdicts in order, all policies
     * @param refusals what the tuner refused, in words
     */
    public record Result(List<Verdict> verdicts, List<String> refusals) {
        public Result {
            verdicts = List.copyOf(verdicts);
            refusals = List.copyOf(refusals);
        }
    }

    /** Runs the events of one run through both topologies, each on a thread of its own and in order. */
    public Result run(List<SoakEvent> run) {
        List<String> refusals = new ArrayList<>();
        List<CompletableFuture<List<Verdict>>> judged = new ArrayList<>();
        ExecutorService gateThread = Executors.newSingleThreadExecutor();
        try {
            for (int from = 0; from < run.size(); from += BATCH) {
                List<KeyValue<String, byte[]>> decisions =
                        tuner.decide(run.subList(from, Math.min(run.size(), from + BATCH)), refusals);
                decided.addAll(decisions);
                judged.add(CompletableFuture.supplyAsync(() -> gate.judge(decisions), gateThread));
            }
            List<Verdict> all =
                    judged.stream().flatMap(batch -> batch.join().stream()).toList();
            refusals.addAll(gate.refusals());
            verdicts.addAll(all);
            return new Result(all, refusals);
        } finally {
            gateThread.shutdownNow();
        }
    }

    /**
     * Everything that came out, read only now: who asks for nothing but the verdict does not pay for it. To be called
     * once, after {@link #run}.
     *
     * @param key of the run that was given
     */
    public RunRecords records(String key) {
        Deserializer<TuningDecision> decisions = serdes.of(TuningDecision.class).deserializer();
        String topic = topics.decisions().name();
        return new RunRecords(
                key,
                decided.stream()
                        .map(decision -> decisions.deserialize(topic, decision.value))
                        .toList(),
                gate.applications(),
                gate.overrides(),
                verdicts);
    }

    @Override
    public void close() {
        tuner.close();
        gate.close();
        OfflineDriver.delete(directory);
    }
}
