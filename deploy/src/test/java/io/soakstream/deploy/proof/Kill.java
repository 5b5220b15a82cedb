package io.soakstream.deploy.proof;

/**
 * A SIGKILL that found a transaction open, and what came after it.
 *
 * @param number from 1
 * @param pid of the killed process
 * @param victim what the killed process had
 * @param next what the process after it has
 * @param left the transaction that the broker still held open after the process was gone
 * @param recovery of the next process
 */
record Kill(int number, App app, long pid, Home victim, Home next, OpenTransaction left, Recovery recovery) {

    /** On what time to recover depends: who was killed, and who came. */
    String succession() {
        return victim + " -> " + next;
    }

    String text(int aborted) {
        return String.format(
                "kill %d: %s pid %d, %s; %d aborted records; home %s: %s",
                number, app.word(), pid, left.text(), aborted, succession(), recovery.text());
    }
}
