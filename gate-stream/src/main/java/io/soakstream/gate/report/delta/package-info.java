/** What became of the proposals of a run, proposal by proposal: DELTA_VERIFY_REPORT as JSON and as Markdown. */
package io.soakstream.gate.report.delta;
