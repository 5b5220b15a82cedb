/**
 * The topology: which node follows which. May depend on everything but {@code app}.
 */
package io.soakstream.gate.topology;
