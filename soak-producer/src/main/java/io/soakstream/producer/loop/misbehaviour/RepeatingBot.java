package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import java.util.List;
import java.util.stream.Stream;

/** Sends every fifth iteration twice. */
final class RepeatingBot implements LoopBot {
    private static final int EVERY = 5;

    private final LoopBot bot;

    RepeatingBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        List<Sent> sent = bot.period(iteration, told);
        return iteration % EVERY == 0
                ? Stream.concat(sent.stream(), sent.stream()).toList()
                : sent;
    }
}
