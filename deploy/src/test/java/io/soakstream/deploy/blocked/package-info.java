/** Proofs that a gate can be blocked: a soak that passes, spoilt in one place at a time. */
package io.soakstream.deploy.blocked;
