/**
 * The HTTP shell of every app process: a table of routes with a role each, tokens, limits, problems. Knows nothing of
 * soaks; uses the producer's parts of the same kind.
 */
package io.soakstream.deploy.http;
