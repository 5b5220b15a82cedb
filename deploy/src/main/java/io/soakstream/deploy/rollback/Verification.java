package io.soakstream.deploy.rollback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.VerificationPlan.Check;
import io.soakstream.producer.telemetry.MetricsEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the bot's own metrics after a rollback, and has what it finds written down. */
final class Verification implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Verification.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MetricsEndpoint bot;
    private final VerificationPlan plan;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "rollback-verification");
        worker.setDaemon(true);
        return worker;
    });

    Verification(MetricsEndpoint bot, VerificationPlan plan, InstantSource clock) {
        this.bot = bot;
        this.plan = plan;
        this.clock = clock;
    }

    /** Begins to look; the outcome is written down when it is known. */
    void begin(RollbackWatcher watcher, String run) {
        thread.execute(() -> {
            try {
                verify(watcher, run);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (IOException unwritten) {
                LOGGER.atError().setCause(unwritten).addKeyValue("run", run).log("verification was not written down");
            }
        });
    }

    private void verify(RollbackWatcher watcher, String run) throws IOException, InterruptedException {
        Instant begin = clock.instant();
        Thread.sleep(plan.pause().toMillis());
        boolean all = true;
        for (Check check : plan.checks()) {
            OptionalDouble seen = await(check, begin);
            boolean met = seen.isPresent() && seen.getAsDouble() == check.expected();
            all &= met;
            ObjectNode outcome = JsonNodeFactory.instance.objectNode();
            outcome.put("metric", check.metric())
                    .put("expected", check.expected())
                    .put("ok", met);
            seen.ifPresent(value -> outcome.put("value", value));
            watcher.verified(run, outcome);
        }
        if (!all) {
            LOGGER.atError().addKeyValue("run", run).log("the rollback could not be verified");
        }
    }

    /** Looks until it is as expected, or the time is over; never less than once. */
    private OptionalDouble await(Check check, Instant begin) throws InterruptedException {
        Instant end = begin.plus(plan.pause()).plus(check.within());
        OptionalDouble seen = look(check);
        while ((seen.isEmpty() || seen.getAsDouble() != check.expected())
                && clock.instant().isBefore(end)) {
            Thread.sleep(PAUSE.toMillis());
            seen = look(check);
        }
        return seen;
    }

    private OptionalDouble look(Check check) throws InterruptedException {
        try {
            return bot.scrape().value(check.metric(), check.labels());
        } catch (IOException | RuntimeException away) {
            LOGGER.atWarn().addKeyValue("reason", away.toString()).log("the bot's metrics cannot be read");
            return OptionalDouble.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
