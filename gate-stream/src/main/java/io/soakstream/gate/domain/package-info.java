/**
 * The gate's rules as pure functions: policies, judgement, findings, the digest chain. Imports {@code java.*} and, of
 * schemas, the canonical, parameter and KPI packages. No Kafka, no Avro, no clock, no I/O.
 */
package io.soakstream.gate.domain;
