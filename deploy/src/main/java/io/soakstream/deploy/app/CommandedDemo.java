package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import io.soakstream.tuner.config.TunerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A demo's run that somebody has stepped into: the same soak without a broker knows nothing of that, so what came onto the
 * topic is judged once more.
 *
 * @param events of the run, commands among them
 */
record CommandedDemo(List<SoakEvent> events) {
    private static final Duration WAIT = Duration.ofMillis(200);

    CommandedDemo {
        events = List.copyOf(events);
    }

    /** What is on the topic of the run. */
    static CommandedDemo read(KafkaAccess access, RunKey key) {
        List<SoakEvent> events = new ArrayList<>();
        try (TopicFollower<SoakEvent> follower =
                TopicFollower.fromBeginning(access, access.topics().events())) {
            while (!follower.isPastMark()) {
                follower.poll(WAIT).stream()
                        .filter(event -> event.getBot().equals(key.bot())
                                && event.getRun().equals(key.run()))
                        .forEach(events::add);
            }
        }
        return new CommandedDemo(events);
    }

    /** How many commands were given (count). */
    long commands() {
        return events.stream()
                .filter(event -> event.getControlCommand() != null)
                .count();
    }

    /** Judges it without a broker. */
    DemoSoak.Offline judge(TunerConfig config, GateConfig policies) {
        try (OfflinePipeline pipeline = new OfflinePipeline(config, policies)) {
            OfflinePipeline.Result result = pipeline.run(events);
            return new DemoSoak.Offline(result.verdicts(), List.of());
        }
    }
}
