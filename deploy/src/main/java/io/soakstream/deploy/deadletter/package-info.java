/**
 * The dead-letter topic for people: reading, selecting, showing and replaying letters. May use the contracts and Kafka's
 * clients; only {@code app} uses it.
 */
package io.soakstream.deploy.deadletter;
