package io.soakstream.producer.source;

import io.soakstream.schemas.contract.IterationSummary;
import java.util.OptionalLong;

/**
 * An iteration as a body states it.
 *
 * @param summary its values
 * @param epochMs its time, if one is stated that can be used (ms since 1970-01-01 UTC)
 */
public record StatedIteration(IterationSummary summary, OptionalLong epochMs) {}
