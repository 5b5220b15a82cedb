/** Where the alerts come in: an HTTP server with a token, limits, and nothing of its own to decide. */
package io.soakstream.deploy.rollback.http;
