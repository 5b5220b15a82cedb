package io.soakstream.producer.loop;

import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.producer.simulator.SimulatedMarket;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The bot that does as it is told and says what it ran with. */
public final class SimulatedBot implements LoopBot {
    private static final double MS_PER_HOUR = 3_600_000.0;

    private final SimulatedMarket market;
    private final Consumer<SimulatedIteration> observer;
    private Optional<EdgeAverages> averages = Optional.empty();

    /** @param observer is shown every iteration with the bot's telemetry */
    public SimulatedBot(SimulatedMarket market, Consumer<SimulatedIteration> observer) {
        this.market = market;
        this.observer = observer;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        SimulatedIteration result =
                market.iterate(iteration, SettingsMapper.of(told.atBegin()).midway(SettingsMapper.of(told.atEnd())));
        observer.accept(result);
        EdgeAverages now = averages.map(before -> before.then(result.netBps(), periodMs() / MS_PER_HOUR))
                .orElseGet(() -> EdgeAverages.first(result.netBps()));
        averages = Optional.of(now);
        return List.of(Sent.iteration(SummaryMapper.of(result, told, now, iteration * periodMs())));
    }

    private long periodMs() {
        return market.period().toMillis();
    }
}
