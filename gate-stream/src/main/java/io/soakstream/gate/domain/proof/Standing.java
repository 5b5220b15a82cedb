package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the proof of a decision means for the verdict.
 *
 * @param mismatch where decision and facts differ; empty: proven
 * @param missing first number of a hole before it that no verdict has named yet
 * @param confirmation after it; empty: the start of the run is not known
 * @param awaitsEcho it applied something that no echo has confirmed yet
 * @param confirmsEarlier its echo confirmed what an earlier iteration's decision had applied
 */
public record Standing(
        Optional<String> mismatch,
        OptionalLong missing,
        Optional<Confirmation> confirmation,
        boolean awaitsEcho,
        boolean confirmsEarlier) {

    static Standing mismatched(String detail, Ledger ledger) {
        return new Standing(
                Optional.of(detail), ledger.missing(), ledger.projection().map(Projection::confirmation), false, false);
    }

    /** Whether the bot has ever said what it runs with. */
    public boolean echoing() {
        return confirmation.filter(Confirmation::echoing).isPresent();
    }
}
