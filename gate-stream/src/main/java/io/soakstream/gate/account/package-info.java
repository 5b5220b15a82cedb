/**
 * Everything that is known of one run, folded from the records of its topics alone: what an offline pipeline gives and
 * what a cluster holds make the same account. Pure; reports and comparisons are written from it. May depend on {@code
 * domain} and {@code mapping}.
 */
package io.soakstream.gate.account;
