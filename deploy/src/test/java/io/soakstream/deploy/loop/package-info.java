/** The closed loop, and that it is not rigged. */
package io.soakstream.deploy.loop;
