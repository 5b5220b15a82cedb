package io.soakstream.deploy.cluster;

import io.soakstream.deploy.deadletter.DeadLetterLog;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.report.UnendedRun;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.RunSelector;
import io.soakstream.producer.recording.SplitRunException;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gate of a cluster has said of a run.
 *
 * @param key run key, {@code bot:run}
 * @param verdicts of all policies, in order
 * @param refusals dead letters of the run, in words
 */
public record ClusterVerdicts(String key, List<Verdict> verdicts, List<String> refusals) {
    private static final Duration POLL = Duration.ofMillis(500);

    public ClusterVerdicts {
        verdicts = List.copyOf(verdicts);
        refusals = List.copyOf(refusals);
    }

    /**
     * Waits until the last verdicts of a run are there, but not for ever.
     *
     * @param patience after it the verdicts that are there are given; the latest is INCONCLUSIVE then
     * @throws NoIterationsException there is no verdict about the run when the patience ends
     * @throws SplitRunException several bots have a run of that name
     * @throws org.apache.kafka.common.errors.TimeoutException the broker does not answer
     */
    public static ClusterVerdicts await(KafkaAccess access, RunSelector run, Duration patience) {
        List<Verdict> found = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        try (VerdictReader reader = new VerdictReader(access)) {
            boolean ended = false;
            do {
                boolean before = ended;
                for (Verdict verdict : reader.poll(POLL)) {
                    if (run.matches(key(verdict))) {
                        requireOne(run, found, verdict);
                        found.add(verdict);
                        ended |= verdict.getLast();
                    }
                }
                if (ended && !before) {
                    // The other policies say their last word in the same transaction: it is read to its end.
                    reader.mark();
                }
            } while (!reader.isPastMark() || (!ended && System.nanoTime() < deadline));
        }
        if (found.isEmpty()) {
            throw new NoIterationsException("there is no verdict about " + run + " on "
                    + access.topics().verdicts().name() + " after " + patience.toSeconds() + " s");
        }
        String key = key(found.get(0));
        return new ClusterVerdicts(key, UnendedRun.all(found), refusals(access, key));
    }

    private static void requireOne(RunSelector run, List<Verdict> found, Verdict verdict) {
        String key = key(verdict);
        if (!found.isEmpty() && !key(found.get(0)).equals(key)) {
            throw new SplitRunException("several bots have a run " + run + ": " + key(found.get(0)) + " and " + key
                    + "; name the one you mean");
        }
    }

    /** Whoever refuses part of the evidence cannot pass the rest of it, wherever it was refused. */
    private static List<String> refusals(KafkaAccess access, String key) {
        List<String> refusals = new ArrayList<>();
        new DeadLetterLog(access).forEach(letter -> {
            if (letter.key().equals(key)) {
                refusals.add("dead letter " + letter.position() + ": " + letter.code() + ": " + letter.message());
            }
        });
        return refusals;
    }

    private static String key(Verdict verdict) {
        return verdict.getBot() + ":" + verdict.getRun();
    }

    /** The last of each policy, in the order of the policies. */
    public List<Verdict> lasts() {
        return RunAccount.lasts(verdicts);
    }
}
