/**
 * The stores, their values and the way between those and the rules' types.
 * May depend on {@code domain}.
 */
package io.soakstream.gate.state;
