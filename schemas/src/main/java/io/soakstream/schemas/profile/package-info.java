/**
 * What a run begins with, as data: profiles (start values), presets (operations on them), warm-up plans and the settings
 * of a smoke run. Pure but for reading files; may depend on {@code canonical}, {@code parameter} and on the contract's
 * records.
 */
package io.soakstream.schemas.profile;
