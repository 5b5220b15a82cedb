/** Holds recordings against each other, record by record. Depends on the recordings of the producer and on the gate's comparison. */
package io.soakstream.deploy.golden;
