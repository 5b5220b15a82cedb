/** What a gate tells a continuous integration: JUnit XML and a summary in Markdown. Reads records, decides nothing. */
package io.soakstream.gate.report.ci;
