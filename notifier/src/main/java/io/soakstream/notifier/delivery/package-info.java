/**
 * From what is planned to what a receiver has taken: a queue, a rate and a thread for each receiver, retries, and the
 * ledger asked before and told after every attempt. May depend on {@code domain}.
 */
package io.soakstream.notifier.delivery;
