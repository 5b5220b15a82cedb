/**
 * Policies as data, and what the gate judges by. May depend on {@code domain}.
 */
package io.soakstream.gate.config;
