package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Before every second iteration sends one that cannot be: a number out of range, an unknown parameter, no event at all. */
final class NonsenseBot implements LoopBot {
    private static final int EVERY = 2;
    private static final int KINDS = 3;

    private final LoopBot bot;

    NonsenseBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        List<Sent> sent = bot.period(iteration, told);
        if (iteration % EVERY != 0) {
            return sent;
        }
        return Stream.concat(sent.stream().map(sound -> nonsense(sound, iteration / EVERY % KINDS)), sent.stream())
                .toList();
    }

    private static Sent nonsense(Sent sound, int kind) {
        if (kind == 0) {
            return Sent.garbage("neither a schema id nor a record".getBytes(StandardCharsets.UTF_8));
        }
        return sound.fold(summary -> Sent.nonsense(kind == 1 ? outOfRange(summary) : unknown(summary)), Sent::garbage);
    }

    private static IterationSummary outOfRange(IterationSummary summary) {
        return IterationSummary.newBuilder(summary).setRiskRatio(7.5).build();
    }

    private static IterationSummary unknown(IterationSummary summary) {
        return IterationSummary.newBuilder(summary)
                .setEffectiveOverrides(List.of(new ParameterValue("warp_factor", "9")))
                .build();
    }
}
