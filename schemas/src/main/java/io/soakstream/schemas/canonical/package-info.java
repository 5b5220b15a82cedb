/**
 * Canonical JSON (RFC 8785), SHA-256 and decimals: whatever must come out the same on every machine, in every language
 * and on every Java version. Pure functions; may depend on nothing else of the project.
 */
package io.soakstream.schemas.canonical;
