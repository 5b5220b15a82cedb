/**
 * What the tuner wants to move, and why: one record per rule, which is its limits and its condition at once, and the
 * table of them in their order. Pure functions of an iteration's KPIs and the values in force.
 */
package io.soakstream.tuner.domain.rule;
