/**
 * For bots that only know files: what they write becomes events, and what they must run with becomes their file. What
 * was sent is kept in a state file, so that a killed process goes on where it was.
 *
 * <p>May depend on source, client, domain and schemas.
 */
package io.soakstream.producer.sidecar;
