/**
 * The shell that all stream programs share: what becomes of records that cannot be read or processed, and where settings
 * come from.
 *
 * <p>Depends on Kafka Streams and on our {@code registry}, {@code serde}, {@code setting} and {@code topic}; holds no
 * rule of any program.
 */
package io.soakstream.schemas.runtime;
