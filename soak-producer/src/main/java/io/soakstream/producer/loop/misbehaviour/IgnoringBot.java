package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import java.util.List;
import java.util.Optional;

/** Keeps what it began with, whatever it is told, and says so. */
final class IgnoringBot implements LoopBot {
    private final LoopBot bot;
    private Optional<InForce> first = Optional.empty();

    IgnoringBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        first = first.or(() -> Optional.of(told));
        return bot.period(iteration, first.get());
    }
}
