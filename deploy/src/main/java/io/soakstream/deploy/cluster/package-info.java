/**
 * What a cluster holds of a run: its verdicts, its records, a range of its events. Reads committed records, writes
 * nothing. May depend on every app module; nothing but the commands depends on it.
 */
package io.soakstream.deploy.cluster;
