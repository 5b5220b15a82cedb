/** Topics and users as resources of Kubernetes, derived from the catalogues; talks to no cluster. */
package io.soakstream.deploy.kubernetes;
