/**
 * Recordings: the events of one run in log order, key and value byte for byte, in an Avro object container whose header
 * holds all that is needed to read and to judge them without a broker or a registry.
 *
 * <p>May depend on domain and schemas.
 */
package io.soakstream.producer.recording;
