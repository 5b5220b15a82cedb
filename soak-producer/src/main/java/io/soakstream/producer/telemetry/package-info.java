/** What a bot shows of itself on its metrics endpoint: read as an iteration, and shown by bots of ours. */
package io.soakstream.producer.telemetry;
