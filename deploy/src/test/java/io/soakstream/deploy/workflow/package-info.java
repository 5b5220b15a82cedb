/** The workflows that ship: read strictly, linted, and each of their scripts run. */
package io.soakstream.deploy.workflow;
