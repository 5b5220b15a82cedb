/**
 * What is told, when and to whom, as pure functions: a run's verdicts and applications in, notices and the run's next
 * state out. Imports {@code java.*} only; every time is an argument.
 */
package io.soakstream.notifier.domain;
