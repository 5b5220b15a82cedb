package io.soakstream.gate.domain.proof;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The decision that last changed the overrides, as long as no echo has confirmed it.
 *
 * @param id identity of the decision
 * @param iteration its iteration; empty: a command
 * @param commandId its command; empty: an iteration
 */
public record Awaited(String id, OptionalInt iteration, Optional<String> commandId) {
    static Awaited of(Claim claim) {
        return new Awaited(claim.id(), claim.event().iteration(), claim.event().commandId());
    }
}
