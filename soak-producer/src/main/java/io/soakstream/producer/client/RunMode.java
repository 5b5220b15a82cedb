package io.soakstream.producer.client;

/** How a run takes place. */
public enum RunMode {
    /** A bot on a market: silence is noticed, and a bot that does not follow fails. */
    LIVE,
    /** A simulated bot: it may go through its iterations faster than a clock does. */
    SIMULATED,
    /** A bot beside another that trades: it is judged, what it echoes is not. */
    SHADOW
}
