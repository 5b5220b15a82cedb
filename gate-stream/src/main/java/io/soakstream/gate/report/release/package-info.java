/** What a release is accompanied by: its change log, the way back, the canary's list, the text of its tag. */
package io.soakstream.gate.report.release;
