/**
 * What bots must run with, read from the compacted overrides topic: committed records only, no consumer group, every
 * state hash computed anew before it is believed.
 *
 * <p>May depend on domain and schemas.
 */
package io.soakstream.producer.overrides;
