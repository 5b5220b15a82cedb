/**
 * The dashboard's page: its own modules and style sheet together with the components of the gate's report, served as three
 * files that hold no data. What it shows it asks of {@code /api/v1}.
 */
package io.soakstream.deploy.page;
