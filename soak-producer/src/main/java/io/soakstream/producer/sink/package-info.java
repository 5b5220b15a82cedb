/**
 * The way of events into Kafka: an idempotent producer that waits for every acknowledgement and says what was not written.
 *
 * <p>May depend on domain and schemas.
 */
package io.soakstream.producer.sink;
