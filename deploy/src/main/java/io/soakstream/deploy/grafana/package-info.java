/** Dashboards in and out of a Grafana by its HTTP API; only {@code app} uses it. */
package io.soakstream.deploy.grafana;
