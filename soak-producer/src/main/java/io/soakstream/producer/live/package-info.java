/**
 * The closed loop through Kafka: iterations by the library for bots, answers from the gate's applications. May depend on
 * the loop, the library and schemas.
 */
package io.soakstream.producer.live;
