/**
 * The library for bots: start a run, send its iterations, take what the gate wants, say what is in force, end the run.
 * {@link io.soakstream.producer.client.SoakProducer} is the way in; docs/producing.md shows it.
 *
 * <p>May depend on domain, sink, overrides and schemas.
 */
package io.soakstream.producer.client;
