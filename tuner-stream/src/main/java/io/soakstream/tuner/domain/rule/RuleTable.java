package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.setting.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules, in their order: the first to claim a parameter has it. */
public record RuleTable(
        @Setting("Two iterations in a row that lose money.") FallbackRule fallback,
        @Setting("High risk.") AggressiveRule aggressive,
        @Setting("Medium risk.") ModerateRule moderate,

        @Setting("Too small a maker share while all is well.")
        MakerBoostRule makerBoost,

        @Setting("Latency near its limit.") LatencyBufferRule latencyBuffer,
        @Setting("Latency above its limit.") LatencyHardRule latencyHard,
        @Setting("Adverse selection.") AdverseRule adverse,
        @Setting("Slippage.") SlippageRule slippage,

        @Setting("Low risk and a good edge: back towards the best cell.")
        NormalizeRule normalize,

        @Setting("When drivers of the edge are left alone.") StableZone stable) {

    public RuleTable {
        if (moderate.riskAtLeast().compareTo(aggressive.riskAtLeast()) >= 0) {
            throw new IllegalArgumentException("rules.moderate.risk_at_least: " + moderate.riskAtLeast()
                    + " is not below rules.aggressive.risk_at_least " + aggressive.riskAtLeast());
        }
        if (latencyBuffer.p95AtLeast().compareTo(latencyHard.p95Above()) > 0) {
            throw new IllegalArgumentException("rules.latency_buffer.p95_at_least: " + latencyBuffer.p95AtLeast()
                    + " is above rules.latency_hard.p95_above " + latencyHard.p95Above());
        }
        insideStable(normalize, stable);
    }

    /** Nothing may both widen and speed up: where NORMALIZE fires, SLIPPAGE must be silent. */
    private static void insideStable(NormalizeRule normalize, StableZone stable) {
        if (normalize.riskBelow().compareTo(stable.riskBelow()) > 0) {
            throw new IllegalArgumentException("rules.normalize.risk_below: " + normalize.riskBelow()
                    + " is above rules.stable.risk_below " + stable.riskBelow());
        }
        if (normalize.netAtLeast().compareTo(stable.netAtLeast()) < 0) {
            throw new IllegalArgumentException("rules.normalize.net_at_least: " + normalize.netAtLeast()
                    + " is below rules.stable.net_at_least " + stable.netAtLeast());
        }
    }

    public static RuleTable defaults() {
        return new RuleTable(
                FallbackRule.defaults(),
                AggressiveRule.defaults(),
                ModerateRule.defaults(),
                MakerBoostRule.defaults(),
                LatencyBufferRule.defaults(),
                LatencyHardRule.defaults(),
                AdverseRule.defaults(),
                SlippageRule.defaults(),
                NormalizeRule.defaults(),
                StableZone.defaults());
    }

    /** A new rule is a component above and a word here. */
    private List<Rule> inOrder() {
        return List.of(aggressive, moderate, makerBoost, latencyBuffer, latencyHard, adverse, slippage, normalize);
    }

    /** The proposal after an iteration, and what the rules remember of it. */
    public record Evaluated(Proposal proposal, RuleMemory memory) {}

    /** @param memory before the iteration */
    public Evaluated evaluate(Situation situation, Overrides current, ParameterCatalogue catalogue) {
        if (!situation.hasData()) {
            return new Evaluated(Proposal.noData(), situation.memory());
        }
        if (fallback.fires(situation, this)) {
            // Nothing else is evaluated: what loses money is made conservative first.
            return new Evaluated(
                    claim(List.of(fallback), situation, current, catalogue),
                    situation.memory().fellBack());
        }
        List<Rule> all = new ArrayList<>();
        all.add(fallback);
        all.addAll(inOrder());
        return new Evaluated(claim(all, situation, current, catalogue), situation.memory());
    }

    private Proposal claim(List<Rule> rules, Situation situation, Overrides current, ParameterCatalogue catalogue) {
        List<RuleEvaluation> evaluations = new ArrayList<>();
        List<ProposedDelta> deltas = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> claimed = new HashSet<>();
        for (Rule rule : rules) {
            List<Check> checks = rule.checks(situation, this);
            boolean fired = checks.stream().allMatch(Check::met);
            evaluations.add(new RuleEvaluation(rule.name(), fired, checks));
            if (!fired) {
                continue;
            }
            for (Move move : rule.moves(current)) {
                if (claimed.contains(move.parameter())) {
                    continue;
                }
                Optional<ProposedDelta> delta =
                        move.from(Move.now(current, move.parameter()), catalogue.get(move.parameter()), rule.name());
                delta.ifPresentOrElse(
                        deltas::add,
                        () -> notes.add(rule.name() + ":" + move.parameter() + ":" + OutcomeReason.AT_BOUND));
                delta.ifPresent(found -> claimed.add(found.parameter()));
            }
        }
        String nothing = notes.isEmpty() ? OutcomeReason.NO_CHANGE : OutcomeReason.AT_BOUND;
        return new Proposal(evaluations, deltas, notes, nothing);
    }
}
