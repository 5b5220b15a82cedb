/** JSON files that people and other programs hand in, read with the place of what is wrong. Depends on no other package. */
package io.soakstream.gate.document;
