package io.soakstream.producer.loop;

/**
 * The moving averages of the edge that a bot keeps.
 *
 * @param oneHourBps half-life 1 h (bps)
 * @param oneDayBps half-life 24 h (bps)
 */
public record EdgeAverages(double oneHourBps, double oneDayBps) {

    /** Of the first iteration. */
    public static EdgeAverages first(double netBps) {
        return new EdgeAverages(netBps, netBps);
    }

    /** @param hours since the last (h) */
    public EdgeAverages then(double netBps, double hours) {
        return new EdgeAverages(average(oneHourBps, netBps, hours), average(oneDayBps, netBps, hours / 24));
    }

    private static double average(double before, double now, double halfLives) {
        double kept = StrictMath.pow(0.5, halfLives);
        return kept * before + (1 - kept) * now;
    }
}
