package io.soakstream.deploy.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.account.DeltaCheck;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.ParameterCheck;
import io.soakstream.gate.account.RunAccounts;
import io.soakstream.gate.account.RunRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the proposals of a run fared, as a fold of its topics has it. */
final class FoldedQuality {
    private final DeltaVerification truth;

    FoldedQuality(RunRecords run) {
        truth = DeltaVerification.of(RunAccounts.of(run, List.of(), List.of()));
    }

    /** While records come: as many proposals as have come, each of what it will always have been. */
    Optional<String> proposals(JsonNode body) {
        List<String> found = new ArrayList<>();
        body.get("checks").forEach(check -> found.add(proposal(check)));
        List<String> all = truth.checks().stream().map(FoldedQuality::proposal).toList();
        boolean fits = found.size() <= all.size()
                && all.subList(0, found.size()).equals(found)
                && body.get("quality").get("proposed").asInt() == found.size();
        return fits ? Optional.empty() : Optional.of(all + " are expected, but " + body);
    }

    /** When all have come: what became of each too. */
    boolean isWhole(JsonNode body) {
        List<String> found = new ArrayList<>();
        body.get("checks").forEach(check -> found.add(outcome(check)));
        JsonNode quality = body.get("quality");
        return found.equals(truth.checks().stream().map(FoldedQuality::outcome).toList())
                && quality.get("full").asLong() == truth.quality().full()
                && quality.get("justified").asLong() == truth.quality().justified()
                && quality.get("failed").asLong() == truth.quality().failed()
                && quality.get("stuck").asLong() == truth.quality().stuck()
                && quality.get("unconfirmed").asLong() == truth.quality().unconfirmed();
    }

    private static String proposal(JsonNode check) {
        List<String> moves = new ArrayList<>();
        check.get("parameters")
                .forEach(move -> moves.add(move.get("parameter").asText() + " by "
                        + move.get("proposed").asDouble()));
        return check.get("iteration") + ": " + moves;
    }

    private static String proposal(DeltaCheck check) {
        List<String> moves = check.parameters().stream()
                .map(move -> move.parameter() + " by "
                        + move.proposed().map(Number::doubleValue).orElse(0.0))
                .toList();
        return check.iteration() + ": " + moves;
    }

    private static String outcome(JsonNode check) {
        List<String> moves = new ArrayList<>();
        check.get("parameters").forEach(move -> moves.add(move.get("state").asText()));
        return proposal(check) + " " + check.get("kind").asText() + " " + check.get("applied") + " "
                + check.get("stuck") + " " + moves;
    }

    private static String outcome(DeltaCheck check) {
        List<String> moves = check.parameters().stream()
                .map(ParameterCheck::state)
                .map(Enum::name)
                .toList();
        return proposal(check) + " " + check.kind().name() + " " + check.applied() + " " + check.stuck() + " " + moves;
    }
}
