package io.soakstream.producer.live;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the gate makes of a run's iterations: one committed answer on the applications topic for each. For one thread. */
final class GateAnswers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Others come later and tell of an earlier decision. */
    private static final Set<ApplicationOutcome> ANSWERS = Set.of(
            ApplicationOutcome.APPLIED,
            ApplicationOutcome.SKIPPED,
            ApplicationOutcome.NO_OP,
            ApplicationOutcome.MISMATCH);

    private final TopicFollower<DeltaApplication> applications;
    private final RunKey key;

    /**
     * Finds where to read from; to be made before the run starts.
     *
     * @throws org.apache.kafka.common.KafkaException the topic's end cannot be found
     */
    GateAnswers(KafkaAccess access, RunKey key) {
        this.applications = TopicFollower.fromEnd(access, access.topics().applications());
        this.key = key;
    }

    /**
     * Waits for the answer to an iteration.
     *
     * @return state hash after it
     * @throws NoAnswerException none came in time
     */
    String stateHashAfter(int iteration, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> answer = applications.poll(POLL).stream()
                    .filter(application -> answers(application, iteration))
                    .map(DeltaApplication::getStateHash)
                    .findFirst();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new NoAnswerException("no answer to iteration " + iteration + " of " + key + " on the applications topic"
                + " within " + patience.toSeconds() + " s: are a tuner and a gate running ('soak start all')?");
    }

    private boolean answers(DeltaApplication application, int iteration) {
        return key.bot().equals(application.getBot())
                && key.run().equals(application.getRun())
                && application.getIteration() != null
                && application.getIteration() == iteration
                && ANSWERS.contains(application.getOutcome());
    }

    @Override
    public void close() {
        applications.close();
    }
}
