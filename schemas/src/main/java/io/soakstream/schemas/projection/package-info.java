/**
 * What a run's bot is meant to run with, and whether it is known to: the part of a decision that the tuner makes and the
 * gate proves by making it again. One implementation for both. Pure; may depend on {@code canonical} and
 * {@code parameter}.
 */
package io.soakstream.schemas.projection;
