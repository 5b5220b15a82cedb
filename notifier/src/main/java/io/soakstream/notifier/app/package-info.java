/** The notifier's process: follows the verdict topic. May use every other package of the module. */
package io.soakstream.notifier.app;
