package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Leaves the protective caps alone once a run is steady. */
public record SteadyFreezeGuard(
        @Setting(value = "Risk up to which an iteration is steady.", unit = "ratio")
        BigDecimal riskAtMost,

        @Setting(value = "Net edge from which on an iteration is steady.", unit = "bps")
        BigDecimal netAtLeast,

        @Setting(value = "Iterations that the caps are left alone after two steady ones in a row.", unit = "count")
        int iterations) {
    /** The caps. */
    static final Set<String> PARAMETERS = Set.of("impact_cap_ratio", "max_delta_ratio");

    public SteadyFreezeGuard {
        Limits.atLeast("iterations", iterations, 0);
    }

    public static SteadyFreezeGuard defaults() {
        return new SteadyFreezeGuard(new BigDecimal("0.35"), new BigDecimal("2.7"), 4);
    }

    /**
     * What is kept between iterations.
     *
     * @param steady whether the latest iteration was steady
     * @param left iterations for which the freeze is still in force (count)
     */
    public record Memory(boolean steady, int left) {
        boolean inForce() {
            return left > 0;
        }
    }

    /** After an iteration's own outcome. While a freeze is in force the test is not made, so it cannot extend itself. */
    Memory after(Memory memory, Optional<BigDecimal> riskRatio, Optional<BigDecimal> netBps) {
        boolean steady =
                riskRatio.filter(risk -> risk.compareTo(riskAtMost) <= 0).isPresent()
                        && netBps.filter(net -> net.compareTo(netAtLeast) >= 0).isPresent();
        if (memory.inForce()) {
            return new Memory(steady, memory.left() - 1);
        }
        return new Memory(steady, steady && memory.steady() ? iterations : 0);
    }
}
