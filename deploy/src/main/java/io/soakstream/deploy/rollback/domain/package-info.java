/** What is done about an alert: pure functions of policy, state and time. */
package io.soakstream.deploy.rollback.domain;
