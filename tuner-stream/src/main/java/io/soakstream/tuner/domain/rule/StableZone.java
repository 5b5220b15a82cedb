package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;

/** Low risk and a good edge: what drives the edge down elsewhere is left alone here. */
public record StableZone(
        @Setting(value = "Risk below which the zone lies.", unit = "ratio")
        BigDecimal riskBelow,

        @Setting(value = "Net edge from which on it lies.", unit = "bps")
        BigDecimal netAtLeast) {

    public static StableZone defaults() {
        return new StableZone(new BigDecimal("0.40"), new BigDecimal("3.0"));
    }

    boolean holds(Situation situation) {
        return situation
                        .riskRatio()
                        .filter(risk -> risk.compareTo(riskBelow) < 0)
                        .isPresent()
                && situation
                        .netBps()
                        .filter(net -> net.compareTo(netAtLeast) >= 0)
                        .isPresent();
    }
}
