package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import java.util.List;

/** Trades on but sends nothing for some periods, now and again: the numbers of these iterations are never seen. */
final class StallingBot implements LoopBot {
    /** From one stall to the next (iterations). */
    private static final int EVERY = 12;
    /** How long it lasts (iterations). */
    private static final int LENGTH = 3;

    private final LoopBot bot;

    StallingBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        List<Sent> sent = bot.period(iteration, told);
        return iteration % EVERY >= EVERY - LENGTH ? List.of() : sent;
    }
}
