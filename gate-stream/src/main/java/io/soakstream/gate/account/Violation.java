package io.soakstream.gate.account;

import io.soakstream.gate.domain.Condition;
import java.util.Optional;

/**
 * A condition that an iteration does not meet.
 *
 * @param value empty: the iteration has none, which is not met either (unit of the KPI)
 */
public record Violation(Condition condition, Optional<Double> value) {}
