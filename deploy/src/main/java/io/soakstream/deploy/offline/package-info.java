/**
 * Judging without a broker: the production topologies chained in one process. May depend on every app module; nothing
 * but the commands depends on it.
 */
package io.soakstream.deploy.offline;
