package io.soakstream.producer.domain;

import java.util.OptionalLong;

/**
 * An iteration and the time its source states.
 *
 * @param iteration number, from 1
 * @param epochMs stated time (ms since 1970-01-01 UTC); empty: none that is usable
 */
public record IterationStamp(int iteration, OptionalLong epochMs) {}
