/**
 * The benchmark: what the tuner and the gate cost beside a pass-through, by number of runs, length of a run and rate, and
 * how soon the notifier tells of a failure. Its own main, run by hand; {@code docs/benchmarks.md} says how and what came
 * out.
 */
package io.soakstream.deploy.benchmark;
