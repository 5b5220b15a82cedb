/**
 * The rules of reading a soak, free of files, Avro and Kafka: names of runs, units of ratios, the maker share, iteration
 * times, gaps.
 *
 * <p>Imports only {@code java.*} and, from schemas, the canonical and parameter packages.
 */
package io.soakstream.producer.domain;
