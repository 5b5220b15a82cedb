/**
 * The gate's process and its commands. May use every other package of the module; nothing uses it.
 */
package io.soakstream.gate.app;
