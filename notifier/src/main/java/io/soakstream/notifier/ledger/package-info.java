/**
 * The ledger topic: what is to be sent and what became of it, and what has been told of each run. Whoever owns a
 * partition writes it alone; an earlier owner is fenced off. May depend on {@code domain} and {@code delivery}.
 */
package io.soakstream.notifier.ledger;
