package io.soakstream.gate.support;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.parameter.Overrides;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an iteration's rules want and its guards take out. */
public record Moves(Map<String, BigDecimal> deltas, Map<String, List<String>> dropped) {
    public static Moves none() {
        return new Moves(Map.of(), Map.of());
    }

    public static Moves of(String parameter, String delta) {
        return none().and(parameter, delta);
    }

    public Moves and(String parameter, String delta) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(deltas);
        more.put(parameter, new BigDecimal(delta));
        return new Moves(more, dropped);
    }

    public Moves dropping(String parameter, String... reasons) {
        Map<String, List<String>> more = new TreeMap<>(dropped);
        more.put(parameter, List.of(reasons));
        return new Moves(deltas, more);
    }

    Map<String, BigDecimal> remaining() {
        Map<String, BigDecimal> remaining = new TreeMap<>(deltas);
        remaining.keySet().removeAll(dropped.keySet());
        return remaining;
    }

    Optional<String> firstGuard() {
        return List.of("freeze", "oscillation", "velocity", "cooldown").stream()
                .filter(guard -> dropped.values().stream().anyMatch(reasons -> reasons.contains(guard)))
                .findFirst();
    }

    List<ProposedDelta> proposed(Overrides current) {
        return deltas.entrySet().stream()
                .map(entry -> {
                    BigDecimal from = current.value(entry.getKey()).orElseThrow();
                    return new ProposedDelta(
                            entry.getKey(),
                            "AGGRESSIVE",
                            Decimals.plain(from),
                            Decimals.plain(entry.getValue()),
                            Decimals.plain(from.add(entry.getValue())),
                            null);
                })
                .toList();
    }

    List<DroppedDelta> droppedRecords() {
        return dropped.entrySet().stream()
                .map(entry -> new DroppedDelta(entry.getKey(), entry.getValue()))
                .toList();
    }
}
