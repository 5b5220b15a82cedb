package io.soakstream.tuner.domain.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every rule's numbers must satisfy: a step of zero or below would move against the rule, or never. */
final class Steps {
    private Steps() {}

    /** @param namesAndSteps name, step, name, step ... */
    static void positive(Object... namesAndSteps) {
        Map<String, BigDecimal> steps = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSteps.length; i += 2) {
            steps.put((String) namesAndSteps[i], (BigDecimal) namesAndSteps[i + 1]);
        }
        steps.forEach((name, step) -> {
            if (step.signum() <= 0) {
                throw new IllegalArgumentException(name + ": " + step.toPlainString() + " is not above 0");
            }
        });
    }

    /** A share of the value in force that a rule moves down to. */
    static void share(String name, BigDecimal factor) {
        if (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(name + ": " + factor.toPlainString() + " is not between 0 and 1");
        }
    }
}
