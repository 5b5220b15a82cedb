package io.soakstream.deploy.loop;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Runs with something else than it is told and does not say so: nothing but the KPIs can give it away. */
record SilentBot(LoopBot bot, UnaryOperator<Overrides> instead) implements LoopBot {

    /** Every change the wrong way round: start - (told - start), inside the catalogue's bounds. */
    static SilentBot inverted(LoopBot bot, Overrides start) {
        return new SilentBot(bot, told -> {
            Map<String, BigDecimal> backwards = new TreeMap<>();
            start.values()
                    .forEach((name, value) ->
                            backwards.put(name, value.subtract(told.value(name).orElseThrow())));
            return start.plus(backwards);
        });
    }

    /** What it began with, always. */
    static SilentBot frozen(LoopBot bot, Overrides start) {
        return new SilentBot(bot, told -> start);
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        return bot.period(iteration, InForce.throughout(instead.apply(told.atEnd()))).stream()
                .map(sent -> sent.fold(summary -> Sent.iteration(silenced(summary)), Sent::garbage))
                .toList();
    }

    private static IterationSummary silenced(IterationSummary summary) {
        return IterationSummary.newBuilder(summary)
                .setEffectiveOverrides(List.of())
                .setOverridesHash(null)
                .build();
    }
}
