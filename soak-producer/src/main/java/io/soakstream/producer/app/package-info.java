/**
 * The commands {@code replay} and {@code record}: options, messages and exit codes around source, recording and sink.
 *
 * <p>May depend on everything in this module and on schemas.
 */
package io.soakstream.producer.app;
