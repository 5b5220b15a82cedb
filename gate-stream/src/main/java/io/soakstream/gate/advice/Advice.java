package io.soakstream.gate.advice;

import java.util.List;

/**
 * One piece of advice.
 *
 * @param subject what it is about, such as {@code risk}
 * @param finding what the run has shown, a sentence with its numbers
 * @param moves in the order in which they should be made; empty: none would help, or others come first
 * @param remarks what else to do or to know, a sentence each
 */
public record Advice(String subject, String finding, List<AdvisedMove> moves, List<String> remarks) {
    public Advice {
        moves = List.copyOf(moves);
        remarks = List.copyOf(remarks);
    }
}
