/**
 * The market and the bot of a simulated soak as pure functions: KPIs of an iteration from (seed, market, iteration,
 * settings) alone. Depends on nothing but Java: it knows no rule, no bound and no policy, so it cannot please them.
 */
package io.soakstream.producer.simulator;
