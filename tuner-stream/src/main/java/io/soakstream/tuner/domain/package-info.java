/**
 * The tuner's rules as pure functions: which events count, the last-N window and its statistics, the decision. Imports
 * {@code java.*} and, of schemas, the canonical, parameter, KPI, projection and setting packages. No Kafka, no Avro, no clock, no I/O.
 */
package io.soakstream.tuner.domain;
