/** The {@code soak} command: wires every module together. May depend on everything; nothing depends on it. */
package io.soakstream.deploy.app;
