/** Telegram: a chat by a bot token, with one living message per run and answers to it. */
package io.soakstream.notifier.receiver.telegram;
