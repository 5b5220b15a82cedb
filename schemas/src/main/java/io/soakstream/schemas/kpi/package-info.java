/**
 * The KPIs by name, unit and direction, and their statistics: what the tuner's window and the gate's policies have in
 * common. Pure; may depend on {@code canonical}.
 */
package io.soakstream.schemas.kpi;
