package io.soakstream.gate.account;

import io.soakstream.schemas.contract.RuntimeOverrides;
import java.util.List;
import java.util.Optional;

/**
 * What the bot was told to run with. In a run that is judged as recorded these are the start values alone: what another
 * tuner wrote is not known.
 *
 * @param versions in order
 * @param lastGood empty: no verdict of the first policy was PASS or WARN, or no hash is known
 */
public record OverridesAccount(List<RuntimeOverrides> versions, Optional<LastGood> lastGood) {

    /**
     * The state that was in force in the latest iteration whose verdict by the first policy was PASS or WARN.
     *
     * @param version empty: no version of this hash was handed out
     */
    public record LastGood(int iteration, String stateHash, Optional<RuntimeOverrides> version) {}

    public OverridesAccount {
        versions = List.copyOf(versions);
    }

    /** Empty: nothing was handed out. */
    public Optional<RuntimeOverrides> last() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }
}
