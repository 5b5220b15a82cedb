package io.soakstream.deploy.app;

import io.soakstream.gate.app.VerdictReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Follows the verdicts of one run and tells of every change. */
final class DemoFollower {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Apps apps;
    private final DemoFeed feed;
    private final Consumer<String> progress;

    /** @param feed brings the run onto the topic; if that fails no more verdicts come */
    DemoFollower(Apps apps, DemoFeed feed, Consumer<String> progress) {
        this.apps = apps;
        this.feed = feed;
        this.progress = progress;
    }

    /**
     * Waits for the verdicts of a run.
     *
     * @param expected how many there will be, at least 1 (count)
     * @return the last one of each policy, in the order in which they came
     * @throws IllegalStateException an app has ended, or they did not come in time
     */
    List<Verdict> lasts(KafkaAccess access, String run, int expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Verdict> lasts = new LinkedHashMap<>();
        int seen = 0;
        try (VerdictReader reader = new VerdictReader(access)) {
            while (seen < expected) {
                check(deadline, seen, expected);
                for (Verdict verdict : reader.poll(POLL)) {
                    if (verdict.getRun().equals(run)) {
                        seen++;
                        deadline = System.nanoTime() + PATIENCE.toNanos();
                        tell(verdict, lasts);
                        lasts.put(verdict.getPolicy(), verdict);
                    }
                }
            }
        }
        return List.copyOf(lasts.values());
    }

    private void check(long deadline, int seen, int expected) {
        feed.check();
        if (apps.hasEnded()) {
            apps.awaitEnd();
            throw new IllegalStateException("an app has ended before the last verdict");
        }
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("only " + seen + " of " + expected + " verdicts came, and for "
                    + PATIENCE.toSeconds() + " s no other");
        }
    }

    private void tell(Verdict verdict, Map<String, Verdict> lasts) {
        Verdict before = lasts.get(verdict.getPolicy());
        boolean first = lasts.keySet().stream().limit(1).allMatch(verdict.getPolicy()::equals);
        if (verdict.getLast() || before == null || before.getVerdict() != verdict.getVerdict()) {
            progress.accept(String.format(
                    Locale.ROOT,
                    "iteration %2d: %s%s",
                    verdict.getIteration(),
                    verdict.getVerdict(),
                    first ? "" : " by " + verdict.getPolicy()));
        }
    }
}
