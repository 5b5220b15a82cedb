/** Is a build ready by its daily reports, its edge report, its week? Formulas and limits; reads trees, no files, no clock. */
package io.soakstream.gate.readiness;
