package io.soakstream.producer.sidecar;

import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says of an iteration what the bot ran with: the bot's own word where there is one, else the content of its file, if
 * that is what counts. A file that changed while the iteration ran makes it mixed.
 */
final class EchoFiller {
    private final EchoSource source;
    private final ParameterCatalogue catalogue;

    EchoFiller(EchoSource source, ParameterCatalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
    }

    /**
     * Fills in the echo.
     *
     * @param fromMs when the iteration before ended (ms since 1970-01-01 UTC)
     * @param toMs when this one did
     * @return what is wrong with the bot's own word; empty: nothing
     */
    Optional<String> fill(IterationSummary summary, InForceLog log, long fromMs, long toMs) {
        if (summary.getOverridesHash() != null || summary.getMixed()) {
            return Optional.empty();
        }
        if (!summary.getEffectiveOverrides().isEmpty()) {
            return byWord(summary);
        }
        if (source == EchoSource.FILE) {
            byFile(summary, log.throughout(fromMs, toMs));
        }
        return Optional.empty();
    }

    private Optional<String> byWord(IterationSummary summary) {
        Map<String, BigDecimal> values = new TreeMap<>();
        summary.getEffectiveOverrides().forEach(value -> values.put(value.getName(), new BigDecimal(value.getValue())));
        try {
            summary.setOverridesHash(Overrides.startingFrom(catalogue, values).stateHash());
            return Optional.empty();
        } catch (InvalidParameterException invalid) {
            return Optional.of("effective_overrides: " + invalid.getMessage());
        }
    }

    private static void byFile(IterationSummary summary, Optional<InForceSpan> span) {
        summary.setMixed(span.isEmpty());
        span.ifPresent(known -> {
            summary.setOverridesHash(known.hash());
            summary.setEffectiveOverrides(values(known));
        });
    }

    private static List<ParameterValue> values(InForceSpan span) {
        return new TreeMap<>(span.values())
                .entrySet().stream()
                        .map(value -> new ParameterValue(value.getKey(), value.getValue()))
                        .toList();
    }
}
