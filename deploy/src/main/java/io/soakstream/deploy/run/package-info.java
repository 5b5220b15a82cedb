/** What a soak leaves behind in files while it runs: iterations, the tuning report, and who may write where. */
package io.soakstream.deploy.run;
