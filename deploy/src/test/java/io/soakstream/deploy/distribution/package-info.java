/** The archive and the image that are handed out, used as whoever gets them does. */
package io.soakstream.deploy.distribution;
