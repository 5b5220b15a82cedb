/**
 * Clients of others against a real broker and registry: Confluent's serializers, JavaScript, kcat. Where one of them is
 * not there, its tests are skipped and say so in a line of standard output.
 */
package io.soakstream.deploy.interop;
