package io.soakstream.producer.simulator;

/**
 * What the market and the venue are like during one iteration; 1 is an ordinary day.
 *
 * @param touchBps what a maker earns at the touch before anything is taken off (bps)
 * @param flow orders that come to be filled
 * @param volatility how fast prices move
 * @param toxicity how much of the flow knows more than the bot
 * @param load how busy the venue's gateway is
 * @param lag how late market data come
 */
record Market(double touchBps, double flow, double volatility, double toxicity, double load, double lag) {

    Market times(double flowFactor, double volatilityFactor, double toxicityFactor, double loadFactor) {
        return new Market(
                touchBps,
                flow * flowFactor,
                volatility * volatilityFactor,
                toxicity * toxicityFactor,
                load * loadFactor,
                lag * loadFactor);
    }
}
