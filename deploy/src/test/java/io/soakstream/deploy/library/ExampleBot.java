package io.soakstream.deploy.library;

import io.soakstream.producer.client.IterationScope;
import io.soakstream.producer.client.Kpis;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakConnection;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.schemas.parameter.Overrides;
import java.time.Duration;

/** The example of the README as a program of its own: it knows the library and nothing else of the project. */
public final class ExampleBot {
    private ExampleBot() {}

    /** @param arguments brokers, URL of the registry, prefix of the topics */
    public static void main(String[] arguments) {
        MarketMaker bot = new MarketMaker();
        SoakConnection connection =
                SoakConnection.to(arguments[0], arguments[1]).withTopicPrefix(arguments[2]);

        try (SoakProducer soak = SoakProducer.connect(connection);
                SoakRun run = soak.start(RunPlan.of("mm", "example"))) {
            for (int number = 1; number <= 10; number++) {
                bot.use(run.switchToDesired().values()); // what the gate wants is in force from here on
                IterationScope iteration = run.begin(number);
                run.send(iteration.finish(bot.trade()));
            }
            run.end(RunEnding.COMPLETED);
            tell(run);
        }
    }

    private static void tell(SoakRun run) {
        System.out.println(
                "version " + run.awaitVersion(1, Duration.ofMinutes(1)).version());
    }

    /** As healthy as a bot can be, so that nothing has to change. */
    private static final class MarketMaker {
        private Overrides parameters;

        void use(Overrides values) {
            parameters = values;
        }

        Kpis trade() {
            return Kpis.builder()
                    .netBps(2.8)
                    .riskRatio(0.38)
                    .fills(88, 12)
                    .p95LatencyMs(parameters.values().get("min_interval_ms").doubleValue() + 140)
                    .build();
        }
    }
}
