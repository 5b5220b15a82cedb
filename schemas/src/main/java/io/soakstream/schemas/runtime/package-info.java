/**
 * The shell that all stream programs share: what becomes of records that cannot be read or processed.
 *
 * <p>Depends on Kafka Streams and on our {@code registry}, {@code serde} and {@code topic}; holds no rule of any
 * program.
 */
package io.soakstream.schemas.runtime;
