/** When something is due from a run and has not come. No clock: the caller says how late it is. */
package io.soakstream.tuner.domain.silence;
