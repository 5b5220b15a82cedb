package io.soakstream.producer.source;

import io.soakstream.schemas.contract.IterationSummary;
import java.util.OptionalLong;

/**
 * An iteration as a source states it.
 *
 * @param where file, or file and line
 * @param summary its values
 * @param epochMs its time, if one is stated that can be used (ms since 1970-01-01 UTC)
 */
record ParsedIteration(String where, IterationSummary summary, OptionalLong epochMs) {
    int iteration() {
        return summary.getIteration();
    }
}
