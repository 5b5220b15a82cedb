/** The notifier's part of the configuration file: receivers, routes, limits. May depend on all but {@code app}. */
package io.soakstream.notifier.config;
