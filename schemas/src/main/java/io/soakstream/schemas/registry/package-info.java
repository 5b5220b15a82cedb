/**
 * Where schemas are kept: the {@link io.soakstream.schemas.registry.SchemaRegistry} that everything else asks, with an
 * implementation over Confluent's REST API and one in memory.
 *
 * <p>Depends on Avro, Jackson, Failsafe and the JDK's HTTP client; on nothing of Kafka and no other package of ours.
 */
package io.soakstream.schemas.registry;
