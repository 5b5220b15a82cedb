/**
 * Decisions for people and programs: JSON with the published names, and words. May depend on {@code domain} and on
 * schemas.
 */
package io.soakstream.tuner.report;
