package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.proof.Release;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import java.nio.charset.StandardCharsets;

/** From a version of the overrides to the record that the bot takes. */
public final class OverridesMapper {
    private OverridesMapper() {}

    public static RuntimeOverrides toRecord(TuningDecision decision, Release release) {
        return new RuntimeOverrides(
                decision.getBot(),
                decision.getRun(),
                release.version(),
                release.overrides().values().entrySet().stream()
                        .map(entry -> new ParameterValue(entry.getKey(), Decimals.plain(entry.getValue())))
                        .toList(),
                document(release),
                release.stateHash(),
                release.previousHash().orElse(null),
                release.iteration().isPresent() ? release.iteration().getAsInt() : null,
                release.commandId().orElse(null),
                decision.getEventTimeMs());
    }

    /** Size of the document that the bot's file has (bytes). */
    static long bytes(Release release) {
        return document(release).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String document(Release release) {
        return CanonicalJson.write(release.overrides().document());
    }
}
