/** Any program: CloudEvents in JSON, signed as Standard Webhooks. */
package io.soakstream.notifier.receiver.webhook;
