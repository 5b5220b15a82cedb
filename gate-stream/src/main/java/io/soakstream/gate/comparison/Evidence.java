package io.soakstream.gate.comparison;

import java.util.Optional;

/**
 * Iterations that are still to come before a comparison can answer.
 *
 * @param baseline more of them (count)
 * @param candidate more of them (count)
 */
public record Evidence(int baseline, int candidate) {
    /** Of not missing an effect. */
    private static final double POWER_Z = 0.8416212335729143;

    private static final double SIGNIFICANCE_Z = 1.959963984540054;

    /**
     * What is missing to see an effect with a power of 80 % at a level of 5 %, by Noether: nm/(n+m) must be at least
     * (z + z')^2 / (3 delta^2). Empty: there is enough.
     *
     * @param cliffsDelta the effect, whatever its sign
     */
    static Optional<Evidence> missing(int baseline, int candidate, double cliffsDelta) {
        double z = SIGNIFICANCE_Z + POWER_Z;
        double needed = z * z / (3 * cliffsDelta * cliffsDelta);
        double present = (double) baseline * candidate / (baseline + candidate);
        if (present >= needed) {
            return Optional.empty();
        }
        if (baseline > needed) {
            int candidates = (int) Math.ceil(needed * baseline / (baseline - needed));
            return Optional.of(new Evidence(0, candidates - candidate));
        }
        int each = (int) Math.ceil(2 * needed);
        return Optional.of(new Evidence(Math.max(0, each - baseline), Math.max(0, each - candidate)));
    }
}
