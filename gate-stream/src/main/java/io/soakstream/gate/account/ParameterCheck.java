package io.soakstream.gate.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One proposed move held against what is there afterwards.
 *
 * @param proposed signed difference (catalogue unit, as for the other values)
 * @param expected value before plus the difference, kept inside the bounds; empty: nothing was to change, or the values
 *     are not recorded
 * @param observed value after; empty: it is not recorded
 * @param reasons guards that took it out, or why the whole proposal was not applied
 */
public record ParameterCheck(
        String parameter,
        Optional<BigDecimal> proposed,
        Optional<BigDecimal> expected,
        Optional<BigDecimal> observed,
        State state,
        List<String> reasons) {

    /** How the move fared. */
    public enum State {
        /** The value after is the one expected. */
        MATCH,
        /** It is another, or the parameter is not among those that changed. */
        MISMATCH,
        /** The recording says that it changed, but not to what. */
        NAMED,
        /** Guards took it out. */
        DROPPED,
        /** The whole proposal was not applied. */
        NOT_APPLIED
    }

    public ParameterCheck {
        reasons = List.copyOf(reasons);
    }

    /** Observed minus expected; empty: one of them is not known. */
    public Optional<BigDecimal> difference() {
        return observed.flatMap(value -> expected.map(value::subtract));
    }
}
