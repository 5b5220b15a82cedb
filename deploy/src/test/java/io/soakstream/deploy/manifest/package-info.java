/** The files that the pipeline is deployed by, held against the schemas, the command and the catalogues. */
package io.soakstream.deploy.manifest;
