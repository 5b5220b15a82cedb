/**
 * A simulated bot in a closed loop: between the simulator, which knows no names, and the contracts. May depend on the
 * simulator, the producer's domain and schemas; says nothing of how events travel.
 */
package io.soakstream.producer.loop;
