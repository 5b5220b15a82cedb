/**
 * Iterations over HTTP: routes that answer when the broker has acknowledged, with every error named.
 *
 * <p>May depend on domain, source, sink, overrides and schemas.
 */
package io.soakstream.producer.http;
