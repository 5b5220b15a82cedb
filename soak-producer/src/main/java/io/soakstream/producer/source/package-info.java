/**
 * Recorded soaks from disk: directories of iteration files, JSON lines and recordings, all read to the same events.
 *
 * <p>One bad file or field never loses the rest. May depend on domain, recording and schemas.
 */
package io.soakstream.producer.source;
