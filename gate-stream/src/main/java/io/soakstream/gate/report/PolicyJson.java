package io.soakstream.gate.report;

import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.Policy;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import java.util.List;
import java.util.Map;

/** Policies as recordings carry them: canonical JSON of all that they decide by, so that equal text is equal judgement. */
public final class PolicyJson {
    private PolicyJson() {}

    public static String of(List<Policy> policies) {
        return CanonicalJson.write(
                Map.of("policies", policies.stream().map(PolicyJson::policy).toList()));
    }

    private static Map<String, Object> policy(Policy policy) {
        return Map.of(
                "name", policy.name(),
                "version", policy.version(),
                "pass_iterations",
                        policy.passIterations().isPresent()
                                ? policy.passIterations().getAsInt()
                                : "window",
                "fail_iterations", policy.failIterations(),
                "criteria",
                        policy.criteria().stream().map(PolicyJson::criterion).toList());
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        return Map.of(
                "goal", criterion.goal(),
                "kpi", criterion.kpi().field(),
                "statistic", criterion.statistic().word(),
                "comparator", criterion.comparator().sign(),
                "threshold", Decimals.plain(criterion.threshold()),
                "severity", criterion.severity().word());
    }
}
