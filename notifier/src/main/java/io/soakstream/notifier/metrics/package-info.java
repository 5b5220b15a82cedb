/** What is counted and measured of notifications. May depend on nothing else of the module. */
package io.soakstream.notifier.metrics;
