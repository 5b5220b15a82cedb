package io.soakstream.producer.domain;

/**
 * An amount divided into its maker and its taker part, in one unit.
 *
 * @param maker maker part, not negative; {@code null}: unknown
 * @param taker taker part, not negative; {@code null}: unknown
 */
public record LiquiditySplit(Double maker, Double taker) {

    /** The maker share maker / (maker + taker); {@code null} if a part is unknown or both are zero. */
    public Double share() {
        if (maker == null || taker == null || maker + taker <= 0) {
            return null;
        }
        return maker / (maker + taker);
    }
}
