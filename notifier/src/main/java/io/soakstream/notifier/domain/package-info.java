/** What is told and when, as pure functions. Imports {@code java.*} only. */
package io.soakstream.notifier.domain;
