package io.soakstream.deploy.run;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Follows the decisions and the verdicts of one run, and hands on each iteration once it is decided and judged. For one
 * thread.
 */
public final class RunWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RunKey key;
    private final List<String> policies;
    private final TopicFollower<TuningDecision> decisions;
    private final TopicFollower<Verdict> verdicts;
    private final Map<Integer, TuningDecision> awaiting = new HashMap<>();
    private final Map<Integer, Verdict> judged = new HashMap<>();
    private final Map<String, Verdict> lasts = new HashMap<>();
    private boolean begun;
    private boolean ended;

    /** Takes what is made of an iteration. */
    @FunctionalInterface
    public interface Taker {
        void take(TuningDecision decision, Verdict verdict) throws IOException;
    }

    /**
     * Finds where to read from; to be made before the run starts.
     *
     * @param policies names of the policies that judge it; iterations are handed on with the verdict of the first
     * @throws org.apache.kafka.common.KafkaException a topic cannot be found
     */
    public RunWatch(KafkaAccess access, RunKey key, List<String> policies) {
        this.key = key;
        this.policies = List.copyOf(policies);
        this.decisions = TopicFollower.fromEnd(access, access.topics().decisions());
        this.verdicts = TopicFollower.fromEnd(access, access.topics().verdicts());
    }

    /**
     * Hands on what has come.
     *
     * @return whether the run has ended, every iteration of it was handed on, and its last verdicts are there
     */
    public boolean poll(Taker taker) throws IOException {
        decisions.poll(POLL).stream()
                .filter(decision -> isMine(decision.getBot(), decision.getRun()))
                .forEach(this::take);
        verdicts.poll(POLL).stream()
                .filter(verdict -> isMine(verdict.getBot(), verdict.getRun()))
                .forEach(this::take);
        for (Integer iteration : awaiting.keySet().stream().sorted().toList()) {
            if (judged.containsKey(iteration)) {
                taker.take(awaiting.remove(iteration), judged.remove(iteration));
            }
        }
        return isOver();
    }

    /** The latest verdict of each policy, in their order; none: not one iteration was judged. */
    public List<Verdict> lasts() {
        return policies.stream().map(lasts::get).filter(Objects::nonNull).toList();
    }

    private void take(TuningDecision decision) {
        if (decision.getIterationSummary() != null) {
            begun = true;
            awaiting.put(decision.getIterationSummary().getIteration(), decision);
        }
        ended |= decision.getRunEnded() != null;
    }

    private void take(Verdict verdict) {
        lasts.put(verdict.getPolicy(), verdict);
        if (verdict.getPolicy().equals(policies.get(0)) && !verdict.getLast()) {
            judged.put(verdict.getIteration(), verdict);
        }
    }

    /** The last verdicts of a run come with its end. */
    private boolean isOver() {
        boolean allLast = policies.stream()
                .allMatch(
                        policy -> lasts.containsKey(policy) && lasts.get(policy).getLast());
        return ended && awaiting.isEmpty() && (allLast || !begun);
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
