/** Whether a process lives and whether it does its work, told part by part. */
package io.soakstream.deploy.health;
