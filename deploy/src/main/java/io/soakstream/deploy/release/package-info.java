/**
 * Release bundles: made of a recorded soak, checked by replaying it, tagged. May use the offline pipeline and the gate's
 * documents; only {@code app} uses it.
 */
package io.soakstream.deploy.release;
