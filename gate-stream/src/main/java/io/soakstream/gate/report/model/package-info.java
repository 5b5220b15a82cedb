/**
 * The report model: one JSON tree of everything that is shown of a run, columns by iteration, for the components of the
 * HTML report and whoever else feeds them. docs/html-report.md describes it. Reads accounts and verdicts, decides nothing.
 */
package io.soakstream.gate.report.model;
