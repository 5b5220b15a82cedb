package io.soakstream.deploy.proof;

import java.util.Optional;

/**
 * A process that was stopped in the middle of a transaction, lost its place in the group, and went on.
 *
 * @param number from 1
 * @param late whether it went on only when the broker had ended its transaction
 * @param stoppedMs how long it stood still (ms)
 * @param left the transaction that the broker held open when it stood still
 */
record Zombie(int number, String name, long pid, boolean late, long stoppedMs, Optional<OpenTransaction> left) {

    String text(int aborted) {
        return String.format(
                "stop %d: %s pid %d, %s; stopped %d ms, went on when %s; back in the group after it; %d aborted records",
                number,
                name,
                pid,
                left.map(OpenTransaction::text).orElse("no open transaction"),
                stoppedMs,
                late ? "its transaction had timed out" : "it was out of the group",
                aborted);
    }
}
