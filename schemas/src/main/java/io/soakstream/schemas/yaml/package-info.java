/**
 * What is said of a file that is not YAML: the same line wherever one is read. Pure; may depend on nothing else of the
 * project.
 */
package io.soakstream.schemas.yaml;
