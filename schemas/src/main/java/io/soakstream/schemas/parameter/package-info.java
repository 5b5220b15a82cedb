/**
 * The parameter catalogue and its calculus: bounds, rounding, adding, nesting, hashing. The only implementation, used by
 * the tuner to decide and by the gate to prove. Decimals only. May depend on {@code canonical}.
 */
package io.soakstream.schemas.parameter;
