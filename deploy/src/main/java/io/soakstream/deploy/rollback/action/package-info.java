/** How the actions of a rollback are done: hooks to the outside, signed commands to the run. */
package io.soakstream.deploy.rollback.action;
