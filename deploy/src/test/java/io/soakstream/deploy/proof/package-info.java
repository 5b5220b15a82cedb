/**
 * Proof of what is promised about crashes: real processes, real signals, an exact comparison with an undisturbed run.
 * Knows every module, as {@code deploy} does; docs/reliability.md tells how to run it and what it has shown.
 */
package io.soakstream.deploy.proof;
