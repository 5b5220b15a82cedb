/**
 * What keeps the tuner from doing harm: which of the proposed deltas may pass, and what the guards remember. One record
 * per guard, which is its limits and its rule at once. Pure functions on event time.
 */
package io.soakstream.tuner.domain.guard;
