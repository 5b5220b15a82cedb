/**
 * What a running tuner can be asked: point reads of its stores as records of this package, never their bytes. May depend
 * on {@code domain}, {@code state} and schemas.
 */
package io.soakstream.tuner.query;
