/**
 * What a run suggests for the next one: moves of the catalogue's parameters from what the bot ran with, inside their
 * bounds. Pure; advises, decides nothing. May depend on {@code account} and {@code domain}.
 */
package io.soakstream.gate.advice;
