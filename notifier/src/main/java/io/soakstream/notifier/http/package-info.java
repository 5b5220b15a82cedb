/**
 * HTTP to the outside, for receivers: https to named hosts with public addresses, within limits of time and size. May
 * depend on {@code delivery} and {@code secret}.
 */
package io.soakstream.notifier.http;
