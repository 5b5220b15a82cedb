/** Slack: by a bot token with one living message per run, or by an incoming webhook, which gives nothing back. */
package io.soakstream.notifier.receiver.slack;
