package io.soakstream.producer.loop.misbehaviour;

import io.soakstream.producer.loop.LoopBot;
import java.util.function.UnaryOperator;

/** What a bot may do wrong. */
public enum Misbehaviour {
    /** Keeps what it began with. */
    IGNORES(IgnoringBot::new),
    /** Takes half of the values. */
    HALVES(HalfApplyingBot::new),
    /** Changes in the middle of an iteration. */
    MIXES(SwitchingBot::new),
    /** Sends nothing for some periods. */
    STALLS(StallingBot::new),
    /** Sends iterations twice. */
    REPEATS(RepeatingBot::new),
    /** Sends iterations in another order. */
    REORDERS(ReorderingBot::new),
    /** Sends what cannot be. */
    NONSENSE(NonsenseBot::new);

    private final UnaryOperator<LoopBot> around;

    Misbehaviour(UnaryOperator<LoopBot> around) {
        this.around = around;
    }

    /** A bot that does this wrong and everything else as the given one. */
    public LoopBot around(LoopBot bot) {
        return around.apply(bot);
    }
}
