package io.soakstream.gate.domain;

import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.projection.Confirmation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a command that goes by a verdict asks beyond it. */
public enum GateRule {
    /** PASS and WARN pass, if what was proposed was applied or excused. */
    NORMAL("0.90"),
    /** Only a PASS passes, of a run whose bot is known to have run with what it was given. */
    STRICT("0.95");

    /** Enough for the normal rule where nothing is stuck. */
    private static final BigDecimal NONE_STUCK_RATIO = new BigDecimal("0.80");

    private final BigDecimal leastRatio;

    GateRule(String leastRatio) {
        this.leastRatio = new BigDecimal(leastRatio);
    }

    /**
     * What is asked beside the verdict's own results.
     *
     * @param freezeReady ready for the production freeze
     * @param closedLoop a bot is tuned in it, live or simulated: its echoes are what confirms
     */
    public record Run(boolean freezeReady, DeltaQuality quality, boolean closedLoop, Confirmation.State confirmation) {}

    /** The level that counts, and what made it another than the verdict's. */
    public record Ruling(VerdictLevel level, List<Reason> reasons) {
        public Ruling {
            reasons = List.copyOf(reasons);
        }
    }

    /** Never better than the verdict. What failed stays failed; what is inconclusive stays so. */
    public Ruling rule(VerdictLevel level, Run run) {
        List<Reason> reasons = Stream.of(tooFewApplied(run.quality()), unconfirmed(run), notTheBest(level, run))
                .flatMap(Optional::stream)
                .toList();
        boolean stands = level == VerdictLevel.FAIL || level == VerdictLevel.INCONCLUSIVE || reasons.isEmpty();
        return new Ruling(stands ? level : ruled(run), reasons);
    }

    /** Strictness may leave open what would otherwise have passed, but not what would have failed. */
    private VerdictLevel ruled(Run run) {
        boolean failsAnyway = NORMAL.tooFewApplied(run.quality()).isPresent();
        return unconfirmed(run).isPresent() && !failsAnyway ? VerdictLevel.INCONCLUSIVE : VerdictLevel.FAIL;
    }

    private Optional<Reason> notTheBest(VerdictLevel level, Run run) {
        boolean warns = level == VerdictLevel.WARN || (level == VerdictLevel.PASS && !run.freezeReady());
        return this == STRICT && warns ? Optional.of(Reason.of(Reason.STRICT)) : Optional.empty();
    }

    /** Whether enough of what was proposed was applied or excused; where nothing was proposed, it is. */
    public boolean accepts(DeltaQuality quality) {
        return tooFewApplied(quality).isEmpty();
    }

    /** Share of the proposals that must be applied or excused (ratio). */
    public BigDecimal leastRatio() {
        return leastRatio;
    }

    private Optional<Reason> tooFewApplied(DeltaQuality quality) {
        return quality.justifiedApplyRatio()
                .filter(ratio -> !suffices(ratio, quality.stuck()))
                .map(ratio -> Reason.of(
                        Reason.DELTA_QUALITY, Decimals.plain(ratio), Decimals.plain(leastRatio), quality.stuck()));
    }

    private boolean suffices(BigDecimal ratio, long stuck) {
        return ratio.compareTo(leastRatio) >= 0
                || (this == NORMAL && stuck == 0 && ratio.compareTo(NONE_STUCK_RATIO) >= 0);
    }

    private Optional<Reason> unconfirmed(Run run) {
        return this == STRICT && run.closedLoop() && run.confirmation() != Confirmation.State.CONFIRMED
                ? Optional.of(
                        Reason.of(Reason.UNCONFIRMED, run.confirmation().name().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
