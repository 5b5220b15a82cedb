/** The same run judged by several policies, side by side. Reads verdicts, decides nothing. */
package io.soakstream.gate.report.whatif;
