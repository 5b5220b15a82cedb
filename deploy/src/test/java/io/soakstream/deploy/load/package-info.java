/** Many bots at once: nothing may pile up. */
package io.soakstream.deploy.load;
