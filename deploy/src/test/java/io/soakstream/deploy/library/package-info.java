/** Bots that are written with the library, as their authors would write them. */
package io.soakstream.deploy.library;
