/**
 * Holds a run against an earlier one: changes of the KPIs, a rank test over their iterations, the change of the verdict.
 * May depend on {@code account} and {@code domain}; docs/comparison.md names the sources of the formulas.
 */
package io.soakstream.gate.comparison;
