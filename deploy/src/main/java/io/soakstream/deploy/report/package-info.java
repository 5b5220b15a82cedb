/** Where reports go: whole files in a directory of their own. */
package io.soakstream.deploy.report;
