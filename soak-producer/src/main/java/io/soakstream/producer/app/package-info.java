/**
 * The commands {@code replay}, {@code serve}, {@code sidecar} and {@code record}: options, messages and exit codes around
 * the packages that do the work.
 *
 * <p>May depend on everything in this module and on schemas.
 */
package io.soakstream.producer.app;
