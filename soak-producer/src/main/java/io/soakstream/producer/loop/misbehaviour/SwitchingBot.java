package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;
import java.util.Optional;

/** Changes to what it is told in the middle of an iteration, not between two. */
final class SwitchingBot implements LoopBot {
    private final LoopBot bot;
    private Optional<Overrides> before = Optional.empty();

    SwitchingBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        InForce changing = new InForce(before.orElse(told.atBegin()), told.atEnd());
        before = Optional.of(told.atEnd());
        return bot.period(iteration, changing);
    }
}
