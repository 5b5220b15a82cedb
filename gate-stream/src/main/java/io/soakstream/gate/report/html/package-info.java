/**
 * The report as one page that opens offline: the components that stand beside this package's classes as ES modules and
 * style sheets, the report model, and what is to be seen without scripts. A dashboard may serve the same components.
 */
package io.soakstream.gate.report.html;
