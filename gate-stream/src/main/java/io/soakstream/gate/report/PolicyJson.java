package io.soakstream.gate.report;

import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.Minimum;
import io.soakstream.gate.domain.Policy;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import java.util.HashMap;
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
        Minimum minimum = policy.minimum();
        Map<String, Object> json = new HashMap<>();
        json.put("name", policy.name());
        json.put("version", policy.version());
        json.put(
                "pass_iterations",
                minimum.passIterations().isPresent() ? minimum.passIterations().getAsInt() : "window");
        json.put("fail_iterations", minimum.failIterations());
        minimum.elapsed()
                .ifPresent(elapsed -> json.put(
                        "elapsed_hours", elapsed.hours().map(Decimals::plain).orElse("declared_hours")));
        if (!policy.perIteration().isEmpty()) {
            json.put(
                    "per_iteration",
                    policy.perIteration().stream().map(PolicyJson::condition).toList());
        }
        json.put(
                "criteria",
                policy.criteria().stream().map(PolicyJson::criterion).toList());
        return json;
    }

    private static Map<String, Object> condition(Condition condition) {
        return Map.of(
                "kpi", condition.kpi().field(),
                "comparator", condition.comparator().sign(),
                "threshold", Decimals.plain(condition.threshold()));
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        return Map.of(
                "goal", criterion.goal(),
                "kpi", criterion.metric().field(),
                "statistic", criterion.statistic().word(),
                "comparator", criterion.comparator().sign(),
                "threshold", Decimals.plain(criterion.threshold()),
                "severity", criterion.severity().word());
    }
}
