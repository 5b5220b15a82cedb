package io.soakstream.gate.domain.proof;

import java.util.List;

/**
 * A proposed move that guards took out.
 *
 * @param reasons every guard that fired, in guard order
 */
public record ClaimedDrop(String parameter, List<String> reasons) {
    public ClaimedDrop {
        reasons = List.copyOf(reasons);
    }
}
