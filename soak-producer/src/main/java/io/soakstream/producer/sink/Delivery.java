package io.soakstream.producer.sink;

/**
 * Where an event is on its topic, acknowledged by every replica that must have it.
 *
 * @param topic name of the topic
 * @param partition partition of the run
 * @param offset offset of the event
 */
public record Delivery(String topic, int partition, long offset) {}
