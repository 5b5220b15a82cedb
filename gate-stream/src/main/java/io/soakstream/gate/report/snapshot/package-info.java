/**
 * The published snapshots: schema 1.1 (iterations that pass, each by itself), schema 1.2 (goals over the window), both in
 * one document, and the reader of all of them. Reads verdicts, decides nothing.
 */
package io.soakstream.gate.report.snapshot;
