/** Lines of text: standard output, or a log. */
package io.soakstream.notifier.receiver.log;
