/**
 * Metrics of a run in the text format of Prometheus, under their published names: gauges of the window, true counters
 * ({@code _total}) of the run. Reads the account, decides nothing.
 */
package io.soakstream.gate.report.metrics;
