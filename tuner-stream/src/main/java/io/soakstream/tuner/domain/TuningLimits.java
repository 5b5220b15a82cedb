package io.soakstream.tuner.domain;

import io.soakstream.tuner.domain.guard.GuardTable;
import io.soakstream.tuner.domain.rule.RuleTable;

/**
 * Everything that a decision depends on beside the run's events.
 *
 * @param windowLength iterations in the KPI window (count)
 * @param autoTune false: every run only proposes
 * @param confirmWithinIterations further iterations in which an echo must confirm what was applied (count)
 * @param digest of the configuration that all of this comes from (hex SHA-256)
 */
public record TuningLimits(
        int windowLength,
        boolean autoTune,
        AdmissionLimits admission,
        RuleTable rules,
        GuardTable guards,
        int confirmWithinIterations,
        SilenceLimits silence,
        String digest) {}
