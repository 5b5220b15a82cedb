/**
 * The decision configuration: typed, self-validating, with a digest.
 * May depend on {@code domain} and on schemas' canonical package.
 */
package io.soakstream.tuner.config;
