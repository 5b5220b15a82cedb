/**
 * The decision configuration: typed, self-validating, with a digest.
 * May depend on {@code domain} and on schemas' canonical and setting packages.
 */
package io.soakstream.tuner.config;
