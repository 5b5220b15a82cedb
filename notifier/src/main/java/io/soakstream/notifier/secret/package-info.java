/** Secrets: where they come from, and that they never come out. May depend on nothing else of the module. */
package io.soakstream.notifier.secret;
