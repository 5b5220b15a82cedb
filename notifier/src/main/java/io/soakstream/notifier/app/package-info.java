/**
 * The notifier's process: follows verdicts and applications, owns partitions of the ledger, runs the receivers. May use
 * every other package of the module.
 */
package io.soakstream.notifier.app;
