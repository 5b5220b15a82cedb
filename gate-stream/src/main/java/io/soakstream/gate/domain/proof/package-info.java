/**
 * Derives again what a decision says from the facts that it carries, and tells where the two differ. Pure; may depend on
 * the canonical, parameter and projection packages of schemas.
 */
package io.soakstream.gate.domain.proof;
