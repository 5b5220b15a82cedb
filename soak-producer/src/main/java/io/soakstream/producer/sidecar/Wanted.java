package io.soakstream.producer.sidecar;

import io.soakstream.schemas.parameter.Overrides;

/**
 * What the bot must run with.
 *
 * @param version counts up in the run; 0: start values that nobody has released yet
 * @param values every value that is set
 */
record Wanted(long version, Overrides values) {}
