package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.config.ReceiverConfig;
import io.soakstream.notifier.delivery.Deliveries;
import io.soakstream.notifier.domain.RunRules;
import io.soakstream.notifier.ledger.LedgerRecords;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.notifier.metrics.NotifierMetrics;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows verdicts and applications and tells people what changed, once. Inside Kafka this is exactly-once; outside it is
 * at-least-once with a stable id, and a possible repeat says that it is one.
 */
public final class NotifierApp implements AutoCloseable {
    public static final String GROUP = "notifier";

    private static final Logger LOGGER = LoggerFactory.getLogger(NotifierApp.class);
    private static final long AGAIN_AFTER_MS = 1_000;
    private static final long STOP_WITHIN_SECONDS = 25;

    private final KafkaAccess access;
    private final String application;
    private final DeskParts parts;
    private final Deliveries deliveries;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Intake intake;
    private boolean started;
    private boolean closing;

    public NotifierApp(KafkaAccess access, NotifierConfig config, Environment environment) {
        this.access = access;
        this.application = access.topics().applicationId(GROUP);
        NotifierMetrics metrics = new NotifierMetrics(environment.meters());
        this.deliveries = new Deliveries(
                new Receivers(config, environment.lines(), environment.clock()).all(),
                config.receivers().stream().collect(Collectors.toMap(ReceiverConfig::name, ReceiverConfig::settings)),
                config.limits(),
                metrics,
                environment.clock());
        this.parts = new DeskParts(
                config,
                new RunRules(config.telling(), config.maintenance()),
                new VerdictMapper(environment.sentences(), config.simulated()),
                new LedgerRecords(environment.clock()),
                deliveries,
                metrics,
                environment.clock());
    }

    /** Runs until {@link #close}; gives the exit code. Whatever passes by itself is waited for. */
    public int run() throws InterruptedException {
        deliveries.start();
        try {
            while (join()) {
                work();
            }
        } finally {
            deliveries.close();
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /** False: it is closing. */
    private synchronized boolean join() {
        if (!closing) {
            started = true;
            intake = new Intake(access, application, parts);
        }
        return !closing;
    }

    private void work() throws InterruptedException {
        try (Intake current = intake) {
            current.run();
        } catch (WakeupException woken) {
            LOGGER.atDebug().log("woken to stop");
        } catch (RuntimeException failed) {
            if (!Intake.isPassing(failed)) {
                throw failed;
            }
            LOGGER.atWarn().addKeyValue("reason", failed.toString()).log("starting over from the ledger");
            rest();
        }
    }

    private synchronized void rest() throws InterruptedException {
        if (!closing) {
            wait(AGAIN_AFTER_MS);
        }
    }

    /** Returns when what was on its way has landed, or has had its time. */
    @Override
    public void close() {
        if (!stop()) {
            return;
        }
        try {
            if (!ended.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.atWarn().log("not everything could be ended in order");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is anything to wait for. */
    private synchronized boolean stop() {
        closing = true;
        if (intake != null) {
            intake.wakeup();
        }
        notifyAll();
        return started;
    }
}
