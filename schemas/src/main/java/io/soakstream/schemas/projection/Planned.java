package io.soakstream.schemas.projection;

import io.soakstream.schemas.parameter.Overrides;

/**
 * A step of a plan such as warm-up.
 *
 * @param afterIteration iteration after which the values are in force, from 1
 */
public record Planned(int afterIteration, Overrides values) {}
