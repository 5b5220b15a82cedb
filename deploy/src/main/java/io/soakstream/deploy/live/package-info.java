/**
 * What the running streams know of a run now: asked of the stores of this process, of the instance that owns the run, or
 * of the processes that are named. Every answer is provisional.
 */
package io.soakstream.deploy.live;
