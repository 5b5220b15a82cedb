package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.Sent;
import java.util.List;
import java.util.stream.Stream;

/** Keeps every seventh iteration back and sends it after the next. */
final class ReorderingBot implements LoopBot {
    private static final int EVERY = 7;

    private final LoopBot bot;
    private List<Sent> keptBack = List.of();

    ReorderingBot(LoopBot bot) {
        this.bot = bot;
    }

    @Override
    public List<Sent> period(int iteration, InForce told) {
        List<Sent> sent = bot.period(iteration, told);
        if (iteration % EVERY == 0) {
            keptBack = sent.stream().map(ReorderingBot::late).toList();
            return List.of();
        }
        List<Sent> all = Stream.concat(sent.stream(), keptBack.stream()).toList();
        keptBack = List.of();
        return all;
    }

    /** Whoever comes after the next is refused. */
    private static Sent late(Sent sent) {
        return sent.fold(Sent::nonsense, Sent::garbage);
    }
}
