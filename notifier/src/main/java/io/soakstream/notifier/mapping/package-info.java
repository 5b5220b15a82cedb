/** From the records on the topics to what the domain tells of. May depend on {@code domain}. */
package io.soakstream.notifier.mapping;
