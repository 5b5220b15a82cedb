package io.soakstream.deploy.proof;

import io.soakstream.deploy.offline.OfflineTuner;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tuner beside the script that is being written: what a bot that obeys runs with, and how many decisions there are. */
final class LoopedTuner implements AutoCloseable {
    private final Path directory = temporaryDirectory();
    private final OfflineTuner tuner = new OfflineTuner(
            ProofKeys.config(), Topics.standard(), new AvroSerdes(new InMemorySchemaRegistry()), directory, this::seen);
    private String stateHash = "";
    private String previousHash = "";
    private int decisions;
    private int verdicts;

    private void seen(Decision decision) {
        previousHash = stateHash.isEmpty() ? decision.baseHash() : stateHash;
        stateHash = decision.resultHash();
        decisions++;
        boolean judged = decision.accepted().iteration().isPresent()
                || decision.accepted().event() instanceof RunEvent.Ended;
        verdicts += judged ? 1 : 0;
    }

    void decide(SoakEvent event) {
        tuner.decide(List.of(event), new ArrayList<>());
    }

    /** In force in the run that was decided about last. */
    String stateHash() {
        return stateHash;
    }

    /** In force before the latest decision. */
    String previousHash() {
        return previousHash;
    }

    /** One for each event that counts (count). */
    int decisions() {
        return decisions;
    }

    /** One for each iteration that counts, and one for an end (count). */
    int verdicts() {
        return verdicts;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("soak-script-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        tuner.close();
        ProofCluster.delete(directory);
    }
}
