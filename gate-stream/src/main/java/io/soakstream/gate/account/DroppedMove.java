package io.soakstream.gate.account;

import java.util.List;

/**
 * A proposed move that guards took out.
 *
 * @param reasons every guard that fired, in guard order
 */
public record DroppedMove(String parameter, List<String> reasons) {
    public DroppedMove {
        reasons = List.copyOf(reasons);
    }
}
