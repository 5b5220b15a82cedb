/**
 * Commands on their way to a run: values of a file, sending, and the answer. May use the contracts, Kafka's clients and
 * the producer's publisher; {@code app} and {@code api} use it.
 */
package io.soakstream.deploy.control;
