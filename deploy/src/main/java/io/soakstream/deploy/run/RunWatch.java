package io.soakstream.deploy.run;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the decisions and the verdicts of one run by one policy, and hands on each iteration once both are there. For
 * one thread.
 */
public final class RunWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RunKey key;
    private final String policy;
    private final TopicFollower<TuningDecision> decisions;
    private final TopicFollower<Verdict> verdicts;
    private final Map<Integer, TuningDecision> awaiting = new HashMap<>();
    private final Map<Integer, Verdict> judged = new HashMap<>();
    private Optional<Verdict> last = Optional.empty();
    private boolean ended;

    /** Takes what is made of an iteration. */
    @FunctionalInterface
    public interface Taker {
        void take(TuningDecision decision, Verdict verdict) throws IOException;
    }

    /**
     * Finds where to read from; to be made before the run starts.
     *
     * @param policy name of the policy that counts
     * @throws org.apache.kafka.common.KafkaException a topic cannot be found
     */
    public RunWatch(KafkaAccess access, RunKey key, String policy) {
        this.key = key;
        this.policy = policy;
        this.decisions = TopicFollower.fromEnd(access, access.topics().decisions());
        this.verdicts = TopicFollower.fromEnd(access, access.topics().verdicts());
    }

    /**
     * Hands on what has come.
     *
     * @return whether the run has ended and every iteration of it was handed on
     */
    public boolean poll(Taker taker) throws IOException {
        for (TuningDecision decision : decisions.poll(POLL)) {
            if (isMine(decision.getBot(), decision.getRun())) {
                take(decision);
            }
        }
        for (Verdict verdict : verdicts.poll(POLL)) {
            if (isMine(verdict.getBot(), verdict.getRun())
                    && verdict.getPolicy().equals(policy)) {
                judged.put(verdict.getIteration(), verdict);
                last = Optional.of(verdict);
            }
        }
        for (Integer iteration : awaiting.keySet().stream().sorted().toList()) {
            if (judged.containsKey(iteration)) {
                taker.take(awaiting.remove(iteration), judged.remove(iteration));
            }
        }
        return ended && awaiting.isEmpty();
    }

    /** The latest verdict. */
    public Optional<Verdict> last() {
        return last;
    }

    private void take(TuningDecision decision) {
        if (decision.getIterationSummary() != null) {
            awaiting.put(decision.getIterationSummary().getIteration(), decision);
        }
        ended |= decision.getRunEnded() != null;
    }

    private boolean isMine(String bot, String run) {
        return key.bot().equals(bot) && key.run().equals(run);
    }

    @Override
    public void close() {
        decisions.close();
        verdicts.close();
    }
}
