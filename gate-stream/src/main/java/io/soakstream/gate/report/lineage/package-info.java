/** How an iteration came to its verdicts: the records behind it, one after the other. Reads accounts, decides nothing. */
package io.soakstream.gate.report.lineage;
