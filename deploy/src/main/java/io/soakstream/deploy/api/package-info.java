/**
 * The routes of {@code /api/v1} and what they answer; docs/api.md tells of them. Verdicts, decisions and applications come
 * from the committed view, live state from the stores, marked provisional.
 */
package io.soakstream.deploy.api;
