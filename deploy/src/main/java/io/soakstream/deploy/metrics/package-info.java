/** What a process measures, in the text format of Prometheus. */
package io.soakstream.deploy.metrics;
