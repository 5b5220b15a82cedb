package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import io.soakstream.schemas.parameter.Overrides;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes every second of the values that it is told, by name, and keeps the others as they were at the start. */
final class HalfApplyingBot implements LoopBot {
    private final LoopBot bot;
    private Optional<Overrides> first = Optional.empty();

    HalfApplyingBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        first = first.or(() -> Optional.of(told.atBegin()));
        return bot.period(iteration, InForce.throughout(half(first.get(), told.atEnd())));
    }

    private static Overrides half(Overrides start, Overrides told) {
        Map<String, BigDecimal> deltas = new TreeMap<>();
        boolean taken = false;
        for (Map.Entry<String, BigDecimal> value : start.values().entrySet()) {
            taken = !taken;
            if (taken) {
                deltas.put(
                        value.getKey(), told.value(value.getKey()).orElseThrow().subtract(value.getValue()));
            }
        }
        return start.plus(deltas);
    }
}
