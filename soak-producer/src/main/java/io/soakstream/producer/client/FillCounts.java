package io.soakstream.producer.client;

import java.util.OptionalDouble;

/**
 * Fills of an iteration by side of liquidity.
 *
 * @param makerCount maker fills (count)
 * @param takerCount taker fills (count)
 * @param makerVolume maker volume (quote currency); empty: unknown
 * @param takerVolume taker volume (quote currency); empty: unknown
 */
public record FillCounts(long makerCount, long takerCount, OptionalDouble makerVolume, OptionalDouble takerVolume) {
    /** @throws IllegalArgumentException one of them is negative or not finite; the message names it */
    public FillCounts {
        require(makerCount, "makerCount");
        require(takerCount, "takerCount");
        require(makerVolume.orElse(0), "makerVolume");
        require(takerVolume.orElse(0), "takerVolume");
    }

    private static void require(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " is not an amount");
        }
    }
}
