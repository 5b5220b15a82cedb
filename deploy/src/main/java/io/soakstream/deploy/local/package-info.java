/**
 * Local mode: a real broker in this JVM, a real schema registry as its child process, both on loopback.
 *
 * <p>{@link io.soakstream.deploy.local.LocalCluster} is the door; it promises what one machine can: committed records
 * and schema ids survive a crash of the process, not the loss of the disk. Nothing here knows the pipeline; it depends
 * on the broker, on the topic catalogue of {@code schemas}, and on no app module.
 */
package io.soakstream.deploy.local;
