/**
 * Messages as typed trees: what a notice says, before any platform's markup. Renderers stand with their receivers. May
 * depend on {@code domain}.
 */
package io.soakstream.notifier.message;
