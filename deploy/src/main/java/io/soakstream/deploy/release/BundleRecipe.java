package io.soakstream.deploy.release;

import io.soakstream.gate.report.release.ShippedOverrides.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle was made by, beside its recording: with both, it can be made again.
 *
 * @param tag name of the release; empty: it has none yet
 * @param policies names of those that ship with the program, or files of the bundle, in order
 * @param origin where the shipped values are from
 * @param kpiGateParity whether the bot's own KPI gate came to the snapshot policy's verdict; empty: it has not said
 * @param notes what was known of the soak when it was read, a sentence each
 * @param refusals what of the soak could not be read, in words
 * @param programVersion version of the program that made it
 */
record BundleRecipe(
        String tag,
        List<String> policies,
        Origin origin,
        Optional<Boolean> kpiGateParity,
        List<String> notes,
        List<String> refusals,
        String programVersion) {
    BundleRecipe {
        policies = List.copyOf(policies);
        notes = List.copyOf(notes);
        refusals = List.copyOf(refusals);
    }
}
