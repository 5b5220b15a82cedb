package io.soakstream.gate.report.delta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.DeltaCheck;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.ParameterCheck;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.gate.report.JsonFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * DELTA_VERIFY_REPORT.json: the published names, both ratios (3 decimals; null: nothing was proposed, or what became of it
 * is not recorded), and every proposal with its parameters.
 */
public final class DeltaVerifyJson {
    private static final int SCALE = 3;

    private DeltaVerifyJson() {}

    /** @param rule that it is held against */
    public static ObjectNode of(DeltaVerification verification, GateRule rule) {
        DeltaQuality quality = verification.quality();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        boolean known = verification.missing().isEmpty();
        ratio(root, "full_apply_ratio", quality.fullApplyRatio().filter(ratio -> known));
        ratio(root, "justified_apply_ratio", quality.justifiedApplyRatio().filter(ratio -> known));
        root.put("proposed_count", quality.proposed());
        root.put("full_apply_count", quality.full());
        root.put("partial_ok_count", quality.justified());
        root.put("fail_count", quality.failed());
        root.put("unknown_count", verification.unknown());
        root.put("signature_stuck_count", quality.stuck());
        root.put("unconfirmed_count", quality.unconfirmed());
        root.put("nested_miss_paths", verification.nestedMissPaths());
        root.put("strict", rule == GateRule.STRICT);
        root.put("least_justified_apply_ratio", rule.leastRatio());
        root.put("verdict", DeltaVerdict.of(verification, rule).name());
        JsonFields.texts(root.putArray("missing"), verification.missing());
        ArrayNode proposals = root.putArray("proposals");
        verification.checks().forEach(check -> proposal(proposals.addObject(), check));
        return root;
    }

    private static void ratio(ObjectNode node, String name, Optional<BigDecimal> ratio) {
        node.put(
                name,
                ratio.map(value -> value.setScale(SCALE, RoundingMode.HALF_EVEN).doubleValue())
                        .orElse(null));
    }

    private static void proposal(ObjectNode node, DeltaCheck check) {
        node.put("iteration", check.iteration());
        node.put("result", check.kind().name().toLowerCase(Locale.ROOT));
        node.put("applied", check.applied());
        node.put("signature_changed", check.hashChanged().orElse(null));
        node.put("signature_stuck", check.stuck());
        JsonFields.texts(node.putArray("guards"), check.guards());
        JsonFields.texts(node.putArray("reasons"), check.reasons());
        ArrayNode parameters = node.putArray("parameters");
        check.parameters().forEach(parameter -> parameter(parameters.addObject(), parameter));
    }

    private static void parameter(ObjectNode node, ParameterCheck check) {
        node.put("parameter", check.parameter());
        JsonFields.decimal(node, "proposed", check.proposed());
        JsonFields.decimal(node, "expected", check.expected());
        JsonFields.decimal(node, "observed", check.observed());
        node.put("result", check.state().name().toLowerCase(Locale.ROOT));
        JsonFields.texts(node.putArray("reasons"), check.reasons());
    }
}
