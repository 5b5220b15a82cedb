/** Holds two JSON documents against each other and names every place where they drift apart. Reads trees, no files. */
package io.soakstream.gate.golden;
