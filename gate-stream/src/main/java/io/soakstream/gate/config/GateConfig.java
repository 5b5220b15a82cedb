package io.soakstream.gate.config;

import io.soakstream.gate.domain.Policy;
import java.util.List;

/**
 * What the gate judges by.
 *
 * @param policies at least one, no two of the same name; each has a digest chain of its own
 */
public record GateConfig(List<Policy> policies) {
    public GateConfig {
        policies = List.copyOf(policies);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("policies: at least one is needed");
        }
        if (policies.stream().map(Policy::name).distinct().count() < policies.size()) {
            throw new IllegalArgumentException("policies: two of the same name");
        }
    }

    public static GateConfig defaults() {
        return new GateConfig(List.of(PolicyReader.read("release")));
    }
}
