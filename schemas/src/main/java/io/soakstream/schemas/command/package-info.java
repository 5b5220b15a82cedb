/**
 * Signed commands: the text that is signed, the keys, signing and checking. Pure but for reading a key file; may depend
 * on {@code canonical} and on the contract's records.
 */
package io.soakstream.schemas.command;
