package io.soakstream.deploy.view;

/**
 * How much a view keeps. The runs that ended longest ago go first, then those that were silent longest.
 *
 * @param runs runs (count)
 * @param perRun records of each kind and run (count); the oldest go, the start of the run stays
 * @param records records of all runs (count)
 */
public record ViewLimits(int runs, int perRun, int records) {
    /** @throws IllegalArgumentException one of them is below 1 */
    public ViewLimits {
        if (runs < 1 || perRun < 1 || records < 1) {
            throw new IllegalArgumentException("a view keeps at least one run and one record of each kind");
        }
    }

    /** A soak of 72 hours at one iteration a minute has 4,320. */
    public static ViewLimits defaults() {
        return new ViewLimits(2_000, 5_000, 200_000);
    }
}
