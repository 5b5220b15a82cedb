/** The rules and dashboards that ship, held against the programs that read them. */
package io.soakstream.deploy.prometheus;
