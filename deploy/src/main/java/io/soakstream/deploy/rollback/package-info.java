/**
 * The rollback watcher: alerts in, actions out, everything written down. {@code domain} decides, {@code action} does, {@code
 * http} takes the alerts; only {@code app} uses it.
 */
package io.soakstream.deploy.rollback;
