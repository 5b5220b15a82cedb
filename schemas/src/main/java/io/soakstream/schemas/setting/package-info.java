/**
 * Configuration records and their plain forms: bound from trees, written as canonical JSON, listed for the reference.
 * The record is the only place that names a setting. Pure; may depend on {@code canonical}.
 */
package io.soakstream.schemas.setting;
