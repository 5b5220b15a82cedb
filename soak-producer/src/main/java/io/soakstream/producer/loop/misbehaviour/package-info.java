/** Bots that do not do as they should, each wrapped around one that does. Depends on the loop alone. */
package io.soakstream.producer.loop.misbehaviour;
