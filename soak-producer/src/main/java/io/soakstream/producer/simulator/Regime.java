package io.soakstream.producer.simulator;

/** A kind of market, and how it goes over time. */
public enum Regime {
    /** An ordinary day. */
    CALM {
        @Override
        Market at(double hours) {
            return ORDINARY;
        }
    },
    /** Prices move a third faster: quotes go stale sooner, inventory is riskier; the touch is wider for it. */
    VOLATILE {
        @Override
        Market at(double hours) {
            return new Market(TOUCH_BPS * 1.10, 1.15, 1.35, 1.08, 1.05, 1.15);
        }
    },
    /** Once an hour the venue's gateway is clogged for ten minutes or so. */
    LATENCY_SPIKE {
        @Override
        Market at(double hours) {
            return new Market(TOUCH_BPS, 1, 1, 1, hours - StrictMath.floor(hours) < 0.2 ? 1.25 : 1.04, 1.1);
        }
    },
    /** A third more of the flow knows more than the bot; makers quote a little wider for it. */
    ADVERSE_SELECTION {
        @Override
        Market at(double hours) {
            return new Market(TOUCH_BPS * 1.07, 0.95, 1.05, 1.35, 1, 1);
        }
    },
    /** Calm and volatile in turn, a quarter of an hour each: nothing that is learnt in one holds in the other. */
    FLAPPING {
        @Override
        Market at(double hours) {
            return (long) StrictMath.floor(hours * 4) % 2 == 0 ? CALM.at(hours) : VOLATILE.at(hours);
        }
    },
    /** Every hour the flow gets more toxic, the venue slower and the touch thinner, until nothing helps. */
    DEGRADING {
        @Override
        Market at(double hours) {
            double worse = Math.min(hours, 24);
            return new Market(
                    TOUCH_BPS * (1 - 0.02 * worse),
                    1 - 0.01 * worse,
                    1 + 0.02 * worse,
                    1 + 0.06 * worse,
                    1 + 0.03 * worse,
                    1 + 0.05 * worse);
        }
    };

    /** Wide, as on a coin of the second rank: a maker there lives off the touch and loses by being picked off. */
    private static final double TOUCH_BPS = 6.4;

    private static final Market ORDINARY = new Market(TOUCH_BPS, 1, 1, 1, 1, 1);

    /** @param hours since the run's start (h) */
    abstract Market at(double hours);
}
