/**
 * The tuner's process. May use every other package of the module; nothing uses it.
 */
package io.soakstream.tuner.app;
