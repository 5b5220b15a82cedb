/** What the gate tells people and programs: tables, sentences, snapshots. Reads records, decides nothing. */
package io.soakstream.gate.report;
