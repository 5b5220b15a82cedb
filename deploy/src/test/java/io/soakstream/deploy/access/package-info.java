/** Who may do what on a cluster: the access catalogue held against the apps, the documentation and a broker that insists. */
package io.soakstream.deploy.access;
