/**
 * The files of a soak report, each rendered from one account and its verdicts. Reads, decides nothing, and says nothing
 * that the run has not shown.
 */
package io.soakstream.gate.report.document;
