package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.projection.CommandedFreeze;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the guards look at, beside the proposal.
 *
 * @param ordinal which accepted iteration it is, from 1
 * @param eventTimeMs event time, never going back (ms)
 * @param periodMs declared time between iterations (ms)
 * @param current values in force
 * @param commandedFreeze what people have frozen
 * @param riskRatio empty also under warm-up values, which say nothing about a steady state
 * @param netBps the same
 */
public record GuardInput(
        int ordinal,
        long eventTimeMs,
        long periodMs,
        Overrides current,
        CommandedFreeze commandedFreeze,
        Optional<BigDecimal> riskRatio,
        Optional<BigDecimal> netBps,
        Optional<BigDecimal> p95LatencyMs) {}
