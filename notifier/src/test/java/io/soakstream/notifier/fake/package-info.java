/**
 * Strict fakes of the platforms' HTTP APIs: whatever the public documentation forbids is refused, with the answer that it
 * names. Each rule says where it stands.
 */
package io.soakstream.notifier.fake;
