package io.soakstream.deploy.benchmark;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Environment;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.schemas.topic.Topics;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One notifier as {@code soak start notifier} runs it: verdicts in, the ledger and the platforms out. */
final class NotifierPipeline implements Pipeline {
    private final BenchmarkBroker broker;
    private final Topics topics;
    private final NotifierApp notifier;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    NotifierPipeline(BenchmarkBroker broker, Topics topics, NotifierConfig config) {
        this.broker = broker;
        this.topics = topics;
        this.notifier = new NotifierApp(
                broker.access(topics),
                config,
                new Environment(
                        Clock.systemUTC(), System.err::println, ReasonText::sentence, new SimpleMeterRegistry()));
    }

    @Override
    public String id() {
        return topics.applicationId(NotifierApp.GROUP);
    }

    @Override
    public void start() {
        new Thread(this::run, id()).start();
    }

    private void run() {
        try {
            notifier.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            failure.set(failed);
        }
    }

    /** Where it begins is committed for every partition as it is taken over. */
    @Override
    public boolean isRunning() {
        long begun = broker.committed(id()).keySet().stream()
                .filter(partition -> partition.topic().equals(topics.verdicts().name()))
                .count();
        return begun == topics.verdicts().partitions();
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        notifier.close();
    }
}
