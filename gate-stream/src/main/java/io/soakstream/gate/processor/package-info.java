/**
 * One processor a file: read the store, call one rule, write the store, forward.
 * May depend on {@code domain}, {@code mapping} and {@code state}.
 */
package io.soakstream.gate.processor;
