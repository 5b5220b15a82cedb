/**
 * Between records and bytes: Confluent's wire format with Avro bodies, hardened against bytes that are anything else.
 *
 * <p>Depends on Avro, on the serializer interfaces of kafka-clients and on our {@code registry}; on no topic and on
 * nothing of Kafka Streams.
 */
package io.soakstream.schemas.serde;
