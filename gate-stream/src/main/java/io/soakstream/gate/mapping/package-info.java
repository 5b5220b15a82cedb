/**
 * Between the records on the topics and the types of the rules, in both directions.
 * May depend on {@code domain} and on schemas.
 */
package io.soakstream.gate.mapping;
