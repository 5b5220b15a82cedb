/** The KPIs by name, unit and direction: what the tuner's window and the gate's policies have in common. Pure. */
package io.soakstream.schemas.kpi;
